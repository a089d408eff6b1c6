using DebugDeck.Core.Files;

namespace DebugDeck.Core.Images.Archives;

/// <summary>The files of an image, built up layer by layer: what is above hides what is below, whiteouts take it away.</summary>
internal sealed class MergedTree
{
    private const string Whiteout = ".wh.";
    private const string Opaque = ".wh..wh..opq";
    private const int MostDepth = 256;

    public ImageNode Root { get; } = Folder("/", 0);

    /// <summary>Entries whose names lead out of the image, or nowhere.</summary>
    public int Refused { get; private set; }

    /// <summary>Lays a layer on top. Layers come in order, the lowest first.</summary>
    public void Add(int layer, IReadOnlyList<TarItem> items)
    {
        foreach (var item in items)
        {
            if (Parts(item.Name) is not { } parts)
            {
                Refused++;
            }
            else if (parts.Length == 0)
            {
                Describe(Root, item);
            }
            else if (parts[^1].StartsWith(Whiteout, StringComparison.Ordinal))
            {
                TakeAway(layer, parts);
            }
            else
            {
                Put(layer, parts, item);
            }
        }
    }

    private void Put(int layer, string[] parts, TarItem entry)
    {
        if (MakeFolder(layer, parts.AsSpan(0, parts.Length - 1)) is not { Children: { } siblings })
        {
            Refused++;
            return;
        }

        var name = parts[^1];
        if (entry.IsHardLink)
        {
            if (Parts(entry.LinkName) is { } linked && ImagePaths.Find(Root, "/" + string.Join('/', linked), followLast: false)?.Node is { Kind: FileKind.Regular or FileKind.Link } other)
            {
                siblings[name] = new ImageNode(name, other.Kind, layer)
                {
                    ContentLayer = other.ContentLayer,
                    Size = other.Size,
                    DataOffset = other.DataOffset,
                    LinkTarget = other.LinkTarget,
                    Mode = other.Mode,
                    ModifiedAt = other.ModifiedAt,
                    UserId = other.UserId,
                    GroupId = other.GroupId,
                };
            }
            else
            {
                Refused++;
            }
        }
        else if (entry.Kind is { } kind)
        {
            // A directory over a directory keeps what is in it; anything else replaces.
            if (kind != FileKind.Directory || siblings.GetValueOrDefault(name) is not { Kind: FileKind.Directory } node)
            {
                node = siblings[name] = new ImageNode(name, kind, layer)
                {
                    Size = entry.Size,
                    DataOffset = entry.DataOffset,
                    LinkTarget = kind == FileKind.Link ? entry.LinkName : null,
                };
            }

            node.Layer = layer;
            Describe(node, entry);
        }
    }

    private void TakeAway(int layer, string[] parts)
    {
        if (ImagePaths.Find(Root, "/" + string.Join('/', parts.AsSpan(0, parts.Length - 1)!), followLast: true)?.Node is not { Children: { } siblings } folder)
        {
            return;
        }

        if (parts[^1] == Opaque)
        {
            RemoveBelow(folder, layer);
        }
        else if (siblings.TryGetValue(parts[^1][Whiteout.Length..], out var hidden))
        {
            if (hidden.Layer < layer)
            {
                siblings.Remove(hidden.Name);
            }
            else
            {
                // The layer took it away and brought another one.
                RemoveBelow(hidden, layer);
            }
        }
    }

    private static void RemoveBelow(ImageNode folder, int layer)
    {
        foreach (var child in folder.Children?.Values.ToList() ?? [])
        {
            if (child.Layer < layer)
            {
                folder.Children!.Remove(child.Name);
            }
            else
            {
                RemoveBelow(child, layer);
            }
        }
    }

    // Folders on the way need not be in the layer. One that is a link in a lower layer is followed, as containerd does.
    private ImageNode? MakeFolder(int layer, ReadOnlySpan<string> parts)
    {
        var folder = Root;
        var path = "/";
        foreach (var part in parts)
        {
            path = ContainerPath.Resolve(path, part);
            if (folder.Children!.GetValueOrDefault(part) is not { } next)
            {
                next = folder.Children![part] = Folder(part, layer);
            }
            else if (next.Kind == FileKind.Link)
            {
                next = ImagePaths.Find(Root, path, followLast: true)?.Node;
            }

            if (next?.Children is null)
            {
                return null;
            }

            // Something in it is of this layer, so it outlives a whiteout of it.
            next.Layer = layer;
            folder = next;
        }

        return folder;
    }

    private static ImageNode Folder(string name, int layer) => new(name, FileKind.Directory, layer) { Mode = (UnixFileMode)0x1ED, ModifiedAt = DateTimeOffset.UnixEpoch };

    private static void Describe(ImageNode node, TarItem entry)
    {
        node.Mode = entry.Mode;
        node.ModifiedAt = entry.ModifiedAt;
        node.UserId = entry.UserId;
        node.GroupId = entry.GroupId;
    }

    // Null for a name that leads out, or deeper than any file system goes.
    private static string[]? Parts(string name)
    {
        var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").ToArray();
        return parts.Contains("..") || parts.Length > MostDepth || name.Contains('\0', StringComparison.Ordinal) ? null : parts;
    }
}
