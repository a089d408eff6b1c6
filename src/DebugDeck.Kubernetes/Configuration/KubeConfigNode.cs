using DebugDeck.Core.Errors;
using YamlDotNet.RepresentationModel;

namespace DebugDeck.Kubernetes.Configuration;

/// <summary>A mapping of a kubeconfig with the file it stands in: relative paths belong to that file's folder, as kubectl has it.</summary>
internal sealed record KubeConfigNode(YamlMappingNode Mapping, string File)
{
    private string Folder => Path.GetDirectoryName(Path.GetFullPath(File))!;

    /// <summary>The scalar at <paramref name="key"/>; null if absent or empty, which kubectl treats alike.</summary>
    public string? Text(string key) => At(key) is YamlScalarNode { Value: { Length: > 0 } value } ? value : null;

    public bool Flag(string key) => bool.TryParse(Text(key), out var value) && value;

    public KubeConfigNode? Node(string key) => At(key) is YamlMappingNode mapping ? this with { Mapping = mapping } : null;

    public IEnumerable<KubeConfigNode> Nodes(string key) =>
        At(key) is YamlSequenceNode sequence ? sequence.OfType<YamlMappingNode>().Select(mapping => this with { Mapping = mapping }) : [];

    public IReadOnlyList<string> Texts(string key) => At(key) switch
    {
        YamlSequenceNode sequence => [.. sequence.OfType<YamlScalarNode>().Select(scalar => scalar.Value ?? "")],
        YamlScalarNode { Value: { Length: > 0 } value } => [value],
        _ => [],
    };

    public IReadOnlyList<string> Keys() => [.. Mapping.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "")];

    /// <summary>The path at <paramref name="key"/>, made absolute.</summary>
    public string? FilePath(string key) => Text(key) is { } path ? Path.Combine(Folder, path) : null;

    /// <summary>What <c>KEY-data</c> (base64) or the file at <c>KEY</c> holds; the data wins, as in kubectl.</summary>
    public byte[]? Content(string key)
    {
        if (Text(key + "-data") is { } encoded)
        {
            try
            {
                return Convert.FromBase64String(encoded);
            }
            catch (FormatException error)
            {
                throw new DebugDeckException(ErrorKind.Usage, $"{key}-data in {File} is not base64", inner: error);
            }
        }

        if (FilePath(key) is not { } path)
        {
            return null;
        }

        try
        {
            return System.IO.File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DebugDeckException(ErrorKind.Usage, $"cannot read {path}, the {key} of {File}: {error.Message}", inner: error);
        }
    }

    /// <summary>Resolves a program of a credential plugin: a name with a slash belongs to this file's folder, a bare name to PATH.</summary>
    public string Program(string command) => command.AsSpan().ContainsAny('/', Path.DirectorySeparatorChar)
        ? Path.GetFullPath(Path.Combine(Folder, command))
        : command;

    private YamlNode? At(string key) => Mapping.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
}
