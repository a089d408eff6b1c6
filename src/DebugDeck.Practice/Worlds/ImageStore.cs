namespace DebugDeck.Practice.Worlds;

/// <summary>The images that the node can pull.</summary>
internal sealed class ImageStore(IEnumerable<ImageDefinition> images)
{
    private readonly List<ImageDefinition> _images = [.. images];

    /// <summary>The image of a reference; null if no registry has it.</summary>
    public ImageDefinition? Find(string reference)
    {
        var wanted = Normalize(reference);
        return _images.FirstOrDefault(image => Normalize(image.Name) == wanted)
            ?? _images.FirstOrDefault(image => image.AnyTag && Repository(Normalize(image.Name)) == Repository(wanted));
    }

    /// <summary>The message of the runtime for an image that cannot be pulled.</summary>
    public string PullError(string reference)
    {
        if (Find(reference)?.PullError is { } scripted)
        {
            return scripted;
        }

        var full = Normalize(reference);
        var (registry, path) = (full[..full.IndexOf('/')], full[(full.IndexOf('/') + 1)..]);
        return registry.EndsWith(".invalid", StringComparison.Ordinal)
            ? $"failed to pull and unpack image \"{full}\": failed to resolve image: failed to do request: Head \"https://{registry}/v2/{path[..path.LastIndexOf(':')]}/manifests/{path[(path.LastIndexOf(':') + 1)..]}\": dial tcp: lookup {registry} on 10.255.255.53:53: no such host"
            : $"failed to pull and unpack image \"{full}\": failed to resolve image: {full}: not found";
    }

    /// <summary>A reference with its registry, its path and its tag, as the runtime writes it.</summary>
    public static string Normalize(string reference)
    {
        var name = reference.Contains('@') ? reference[..reference.IndexOf('@')] : reference;
        var first = name.IndexOf('/') is > 0 and var slash ? name[..slash] : "";
        var full = first.Contains('.') || first.Contains(':') || first == "localhost" ? name
            : first.Length == 0 ? "docker.io/library/" + name
            : "docker.io/" + name;
        return full.LastIndexOf(':') > full.LastIndexOf('/') ? full : full + ":latest";
    }

    private static string Repository(string normalized) => normalized[..normalized.LastIndexOf(':')];
}
