using System.Formats.Tar;
using DebugDeck.Core.Files;

namespace DebugDeck.Core.Images.Archives;

/// <summary>Writes a part of an image as a tar.</summary>
internal static class ImageTar
{
    /// <summary>In a temporary file that goes away with the stream.</summary>
    public static async Task<Stream> WriteAsync(ImageNode top, string path, LayerContents contents, CancellationToken cancellationToken)
    {
        var files = new List<(ImageNode Node, string Name)>();
        Collect(top, path == "/" ? "." : top.Name, files);
        await contents.PrepareAsync(files.Select(file => file.Node).Where(node => node.Kind == FileKind.Regular), cancellationToken);
        var tar = new FileStream(TemporaryFile.Create(), FileAccess.ReadWrite, 128 * 1024);
        try
        {
            await using (var writer = new TarWriter(tar, TarEntryFormat.Pax, leaveOpen: true))
            {
                foreach (var (node, name) in files)
                {
                    await WriteAsync(writer, node, name, contents, cancellationToken);
                }
            }

            tar.Position = 0;
            return tar;
        }
        catch
        {
            await tar.DisposeAsync();
            throw;
        }
    }

    private static async Task WriteAsync(TarWriter writer, ImageNode node, string name, LayerContents contents, CancellationToken cancellationToken)
    {
        var type = node.Kind switch
        {
            FileKind.Regular => TarEntryType.RegularFile,
            FileKind.Directory => TarEntryType.Directory,
            FileKind.Link => TarEntryType.SymbolicLink,
            _ => TarEntryType.Fifo,
        };
        var entry = new PaxTarEntry(type, name) { Mode = node.Mode, ModificationTime = node.ModifiedAt, Uid = node.UserId ?? 0, Gid = node.GroupId ?? 0 };
        if (node.Kind == FileKind.Link)
        {
            entry.LinkName = node.LinkTarget is { Length: > 0 } target ? target : ".";
        }

        await using var content = node is { Kind: FileKind.Regular, Size: > 0 } ? contents.Open(node) : null;
        if (content is not null)
        {
            entry.DataStream = content;
        }

        await writer.WriteEntryAsync(entry, cancellationToken);
    }

    private static void Collect(ImageNode node, string name, List<(ImageNode Node, string Name)> files)
    {
        files.Add((node, name));
        foreach (var child in node.Children?.Values ?? Enumerable.Empty<ImageNode>())
        {
            Collect(child, $"{name}/{child.Name}", files);
        }
    }
}
