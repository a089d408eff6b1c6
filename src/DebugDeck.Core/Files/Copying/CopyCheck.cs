using System.Formats.Tar;
using System.Security.Cryptography;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files.Extraction;
using DebugDeck.Core.Files.Remote;
using DebugDeck.Core.Text;

namespace DebugDeck.Core.Files.Copying;

/// <summary>Compares a copy with the target's files by their sha256: made where the files are if that is possible, else out of a second archive.</summary>
public static class CopyCheck
{
    private const int MostNames = 5;

    /// <returns>How many files were compared.</returns>
    /// <exception cref="DebugDeckException">Failed: some differ or are missing, or the checksums cannot be made.</exception>
    public static async Task<int> RunAsync(IContainerFiles files, string path, string localPath, CancellationToken cancellationToken)
    {
        var expected = files is IFileHashes there
            ? await there.HashAsync(path, cancellationToken)
            : await HashArchiveAsync(files, path, cancellationToken);
        var wrong = new List<string>();
        foreach (var (name, hash) in expected)
        {
            var below = name.Length == 0 ? "" : EntryName.Below(name, "");
            if (below is null || await HashFileAsync(below.Length == 0 ? localPath : Path.Join(localPath, below), cancellationToken) != hash)
            {
                wrong.Add(name.Length == 0 ? path : name);
            }
        }

        return wrong.Count == 0 ? expected.Count : throw Differ(wrong, expected.Count);
    }

    private static async Task<IReadOnlyDictionary<string, string>> HashArchiveAsync(IContainerFiles files, string path, CancellationToken cancellationToken)
    {
        var source = await FileResolver.ResolveAsync(path, files.StatAsync, cancellationToken);
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var tar = await files.ArchiveAsync(source.Path, cancellationToken);
        await using var reader = new TarReader(tar, leaveOpen: true);
        while (await reader.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile && EntryName.Below(entry.Name, source.Name.Trim('/')) is { } name)
            {
                hashes[name] = Convert.ToHexStringLower(await SHA256.HashDataAsync(entry.DataStream ?? Stream.Null, cancellationToken));
            }
        }

        return hashes;
    }

    private static async Task<string?> HashFileAsync(string path, CancellationToken cancellationToken)
    {
        if (new FileInfo(path) is not { Exists: true, LinkTarget: null })
        {
            return null;
        }

        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }

    private static DebugDeckException Differ(List<string> names, int count)
    {
        var shown = string.Join(", ", names.Take(MostNames).Select(name => $"'{VisibleText.Escape(name)}'")) + (names.Count > MostNames ? ", …" : "");
        return new DebugDeckException(
            ErrorKind.Failed,
            $"{names.Count} of {count} files in the copy differ from the target's or are missing: {shown}",
            "were they written to meanwhile, or left out with a warning? another copy tells");
    }
}
