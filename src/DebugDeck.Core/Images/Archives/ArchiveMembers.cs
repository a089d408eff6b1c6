using System.Text.Json;
using DebugDeck.Core.Files;
using Microsoft.Win32.SafeHandles;

namespace DebugDeck.Core.Images.Archives;

/// <summary>What is in the outer archive, by name.</summary>
internal sealed class ArchiveMembers(SafeFileHandle archive)
{
    private const int Most = 100_000;
    private const long MostDocument = 16 * 1024 * 1024;

    private readonly Dictionary<string, (long Start, long Length)> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _links = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">It is no tar, damaged, or cut off.</exception>
    public static ArchiveMembers Read(SafeFileHandle archive, CancellationToken cancellationToken)
    {
        var members = new ArchiveMembers(archive);
        using var stream = new FileSlice(archive, 0, RandomAccess.GetLength(archive));
        var tar = new TarScanner(stream);
        while (members._files.Count < Most && tar.Next() is { } entry)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = ContainerPath.Normalize(entry.Name);
            if (entry.Kind == FileKind.Regular)
            {
                members._files[name] = (entry.DataOffset, entry.Size);
            }
            else if (entry.Kind == FileKind.Link)
            {
                // docker save writes a layer that comes twice as a link to the first.
                members._links[name] = ContainerPath.Resolve(ContainerPath.Parent(name), entry.LinkName);
            }
            else if (entry.IsHardLink)
            {
                members._links[name] = ContainerPath.Normalize(entry.LinkName);
            }
        }

        return members;
    }

    public bool Has(string name) => Find(name) is not null;

    /// <summary>Null if it is not there.</summary>
    public LayerBlob? Layer(string name) => Find(name) is var (start, length) ? new LayerBlob(name, archive, start, length) : null;

    /// <summary>A JSON document; null if it is not there, absurdly large, or none.</summary>
    public JsonDocument? Document(string name)
    {
        if (Find(name) is not var (start, length) || length > MostDocument)
        {
            return null;
        }

        try
        {
            using var stream = new FileSlice(archive, start, length);
            return JsonDocument.Parse(stream);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private (long Start, long Length)? Find(string name)
    {
        var path = ContainerPath.Normalize(name);
        for (var links = 0; links < 8 && _links.TryGetValue(path, out var target); links++)
        {
            path = target;
        }

        return _files.TryGetValue(path, out var file) ? file : null;
    }
}
