using System.Text.RegularExpressions;
using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Images;

/// <summary>
/// The name of an image, completed as docker completes it: <c>busybox</c> is <c>docker.io/library/busybox:latest</c>.
/// </summary>
/// <param name="Registry">Host and port: <c>docker.io</c>, <c>localhost:5000</c>.</param>
/// <param name="Repository">The path in the registry: <c>library/busybox</c>.</param>
/// <param name="Tag">Null only beside a digest.</param>
/// <param name="Digest"><c>sha256:…</c>, or null.</param>
public sealed partial record ImageReference(string Registry, string Repository, string? Tag, string? Digest)
{
    private const string DockerHub = "docker.io";
    private const string Official = "library/";

    /// <summary>Registry and repository, without tag and digest.</summary>
    public string Name => $"{Registry}/{Repository}";

    /// <summary>As short as docker users write it: <c>busybox</c>, <c>nicolaka/netshoot:v0.13</c>.</summary>
    public string Familiar
    {
        get
        {
            var repository = Registry != DockerHub ? Name
                : Repository.StartsWith(Official, StringComparison.Ordinal) ? Repository[Official.Length..]
                : Repository;
            return repository + (Tag is null or "latest" ? "" : ":" + Tag) + (Digest is null ? "" : "@" + Digest);
        }
    }

    /// <exception cref="DebugDeckException">Usage: no image can have that name.</exception>
    public static ImageReference Parse(string text) => TryParse(text) ?? throw new DebugDeckException(
        ErrorKind.Usage,
        $"'{text}' is not an image reference",
        "write [REGISTRY/]NAME[:TAG][@DIGEST] in lower case, for example busybox or registry.example.com/tools/netshoot:v0.13");

    /// <summary>Null if no image can have that name.</summary>
    public static ImageReference? TryParse(string text)
    {
        var (registry, rest) = SplitRegistry(text);
        var match = RepositoryTagDigest().Match(rest);
        if (!match.Success)
        {
            return null;
        }

        var repository = match.Groups["name"].Value;
        var digest = match.Groups["digest"] is { Success: true } found ? found.Value : null;
        var tag = match.Groups["tag"] is { Success: true } written ? written.Value : digest is null ? "latest" : null;
        if (registry is "index.docker.io")
        {
            registry = DockerHub;
        }

        return new ImageReference(registry, registry == DockerHub && !repository.Contains('/') ? Official + repository : repository, tag, digest);
    }

    /// <summary>The whole name, which means the same on every machine.</summary>
    public override string ToString() => Name + (Tag is null ? "" : ":" + Tag) + (Digest is null ? "" : "@" + Digest);

    // The first part is a registry if it could not be a user's name: it has a dot or a port, is localhost, or is not in lower case.
    private static (string Registry, string Remainder) SplitRegistry(string text)
    {
        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            return (DockerHub, text);
        }

        var first = text[..slash];
        var isRegistry = first.AsSpan().ContainsAny('.', ':') || first == "localhost" || first.Any(char.IsAsciiLetterUpper);
        return isRegistry && RegistryName().IsMatch(first) ? (first, text[(slash + 1)..]) : (DockerHub, text);
    }

    [GeneratedRegex(@"^(?<name>[a-z0-9]+(?:(?:\.|_|__|-+|/)[a-z0-9]+)*)(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>[a-z0-9+._-]+:[0-9a-fA-F]{32,}))?\z", RegexOptions.ECMAScript | RegexOptions.ExplicitCapture)]
    private static partial Regex RepositoryTagDigest();

    [GeneratedRegex(@"^(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?|\[[0-9a-fA-F:]+\])(?::[0-9]+)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex RegistryName();
}
