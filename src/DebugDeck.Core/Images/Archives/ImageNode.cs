using DebugDeck.Core.Files;

namespace DebugDeck.Core.Images.Archives;

/// <summary>A file of the image that all layers make together.</summary>
internal sealed class ImageNode(string name, FileKind kind, int layer)
{
    public string Name => name;

    public FileKind Kind { get; } = kind;

    /// <summary>The layer that brought it.</summary>
    public int Layer { get; set; } = layer;

    /// <summary>The layer that its content is in: a hard link may lead to a lower one.</summary>
    public int ContentLayer { get; init; } = layer;

    public long Size { get; init; }

    public long DataOffset { get; init; }

    public string? LinkTarget { get; init; }

    public UnixFileMode Mode { get; set; }

    public DateTimeOffset ModifiedAt { get; set; }

    public int? UserId { get; set; }

    public int? GroupId { get; set; }

    /// <summary>What is in a directory; null for anything else.</summary>
    public Dictionary<string, ImageNode>? Children { get; } = kind == FileKind.Directory ? new(StringComparer.Ordinal) : null;

    public FileEntry At(string path) => new(path, Kind, Kind == FileKind.Regular ? Size : 0, Mode, ModifiedAt, LinkTarget, UserId, GroupId);
}
