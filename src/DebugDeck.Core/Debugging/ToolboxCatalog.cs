using DebugDeck.Core.Errors;
using DebugDeck.Core.Images;
using DebugDeck.Core.Settings;

namespace DebugDeck.Core.Debugging;

/// <summary>Which image a toolbox' name stands for, the user's own names and mirrors considered.</summary>
public sealed class ToolboxCatalog(UserSettings settings)
{
    /// <summary>The toolbox that needs nothing but itself, so it also works beside the files of another image.</summary>
    public const string Busybox = "busybox";

    /// <summary>
    /// busybox built against musl, which is linked statically. <c>busybox:latest</c> on Docker Hub is built against glibc
    /// and needs its own <c>/lib</c>.
    /// </summary>
    public const string StaticBusybox = "docker.io/library/busybox:musl";

    private static readonly Dictionary<string, string> BuiltIn = new()
    {
        [Busybox] = "busybox",
        ["netshoot"] = "nicolaka/netshoot",
    };

    /// <summary>The names that need no reference, sorted.</summary>
    public IReadOnlyList<string> Names { get; } = [.. BuiltIn.Keys.Union(settings.Toolboxes.Keys).Order(StringComparer.Ordinal)];

    /// <summary>The toolbox of that name, or with that image.</summary>
    /// <exception cref="DebugDeckException">Usage: neither a name nor a reference.</exception>
    public Toolbox Find(string nameOrReference) => new(nameOrReference, Candidates(nameOrReference)[0]);

    /// <summary>The toolbox with the image that is there already, mirrored or not; where none is, with the one to be fetched.</summary>
    public Toolbox Find(string nameOrReference, Func<string, bool> isPresent)
    {
        var candidates = Candidates(nameOrReference);
        return new Toolbox(nameOrReference, candidates.FirstOrDefault(isPresent) ?? candidates[0]);
    }

    /// <summary>The images that are this toolbox, whole names, the preferred one first: from the mirror, then from where it is at home.</summary>
    public IReadOnlyList<string> Candidates(string nameOrReference)
    {
        var written = settings.Toolboxes.TryGetValue(nameOrReference, out var own) ? own
            : BuiltIn.TryGetValue(nameOrReference, out var builtIn) ? builtIn
            : nameOrReference;
        var whole = ImageReference.Parse(written).ToString();
        var mirrored = Mirror(whole);
        return mirrored == whole ? [whole] : [mirrored, whole];
    }

    private string Mirror(string whole)
    {
        var (prefix, replacement) = settings.Mirrors
            .Select(mirror => (Prefix: WholePrefix(mirror.Key), Replacement: mirror.Value.TrimEnd('/')))
            .Where(mirror => Covers(mirror.Prefix, whole))
            .OrderByDescending(mirror => mirror.Prefix.Length)
            .FirstOrDefault();
        return prefix is null ? whole : ImageReference.Parse(replacement + whole[prefix.Length..]).ToString();
    }

    // A prefix ends where a part of the name ends: docker.io/library/busy does not cover busybox.
    private static bool Covers(string prefix, string whole) =>
        whole.StartsWith(prefix, StringComparison.Ordinal) && (whole.Length == prefix.Length || whole[prefix.Length] is '/' or ':' or '@');

    // A familiar name (busybox, nicolaka/netshoot) is completed like any other; a registry, alone or in front, stays what it is.
    private static string WholePrefix(string written)
    {
        var slash = written.IndexOf('/');
        var first = slash < 0 ? written : written[..slash];
        var host = slash < 0 ? first.Split(':')[0] : first;
        var isRegistry = host.AsSpan().ContainsAny('.', ':') || host == "localhost";
        return isRegistry ? written.TrimEnd('/') : slash < 0 ? $"docker.io/library/{written}" : $"docker.io/{written.TrimEnd('/')}";
    }
}
