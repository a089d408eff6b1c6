using System.Formats.Tar;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Text;

namespace DebugDeck.Core.Files.Extraction;

/// <summary>
/// Unpacks a tar that may be hostile. It writes only into directories that it made or has looked at, follows no link, makes no device, and gives no
/// file more power than its content has; what it refuses is left out with a warning, what it cannot trust to be whole is an error.
/// </summary>
internal sealed class TarExtraction(SafeFolder folder, string top, ExtractLimits limits, ExtractReport report)
{
    // One buffer for all entries: 20,000 small files would else mean 20,000 of them, and the network is asked in large pieces.
    public const int BufferSize = 1 << 20;

    private readonly EntryFiles _files = new(folder, report);
    private readonly EntryLinks _links = new(folder, report);
    private readonly List<(string Path, TarEntry Entry)> _folders = [];
    private long _entries;
    private long _bytes;

    /// <summary>Unpacks all of it. The first part of each name has to be <c>top</c>, and is dropped; if the top is a file, it gets the name <paramref name="fileName"/>.</summary>
    public async Task RunAsync(Stream tar, string? fileName, CancellationToken cancellationToken)
    {
        await using var buffered = new BufferedStream(tar, BufferSize);
        await using var watched = new EndWatch(buffered);
        await using var reader = new TarReader(watched, leaveOpen: true);
        try
        {
            while (await reader.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
            {
                await TakeAsync(entry, fileName, cancellationToken);
            }
        }
        catch (Exception error) when (error is EndOfStreamException or InvalidDataException or NotSupportedException)
        {
            // The old form of GNU sparse entries is what TarReader does not support.
            throw new DebugDeckException(
                ErrorKind.Failed, error is NotSupportedException ? $"the archive has an entry that cannot be unpacked faithfully: {error.Message}" : "the archive is damaged or was cut off", inner: error);
        }

        if (watched.HasEnded)
        {
            throw new DebugDeckException(ErrorKind.Failed, "the archive was cut off: its end mark is missing");
        }

        // What makes the archive may only end, and say what it left out, once all of it has been read: the end mark is not yet the end.
        await watched.CopyToAsync(Stream.Null, cancellationToken);

        // Links come last, so that nothing was written through them; times of folders after that, since writing changes them.
        _links.Make(_files.IsWritten);
        FinishFolders();
    }

    private async Task TakeAsync(TarEntry entry, string? fileName, CancellationToken cancellationToken)
    {
        if (entry.EntryType == TarEntryType.GlobalExtendedAttributes)
        {
            return;
        }

        if (++_entries > limits.Entries || (_bytes += entry.Length) > limits.Bytes)
        {
            throw new DebugDeckException(ErrorKind.Failed, $"the archive holds more than the {limits.Entries} entries or {ByteSize.Format(limits.Bytes)} that it may");
        }

        report.Meter.Entry(entry.Name);
        if (EntryName.Below(entry.Name, top) is not { } below)
        {
            report.LeftOut(entry.Name, "its name leads out of the copy");
            return;
        }

        var isFolder = entry.EntryType is TarEntryType.Directory or TarEntryType.DirectoryList;
        if (below.Length == 0 && !isFolder)
        {
            below = fileName ?? top;
        }

        var path = folder.PathOf(below);
        try
        {
            if (!folder.TryMake(isFolder || below.Length == 0 ? path : Path.GetDirectoryName(path)!))
            {
                report.LeftOut(entry.Name, "something that is no folder is in the way");
                return;
            }
        }
        catch (Exception error) when (LocalErrors.IsOfTheName(error))
        {
            report.LeftOut(entry.Name, error.Message);
            return;
        }

        await WriteAsync(entry, path, cancellationToken);
    }

    private async Task WriteAsync(TarEntry entry, string path, CancellationToken cancellationToken)
    {
        switch (entry.EntryType)
        {
            case TarEntryType.Directory or TarEntryType.DirectoryList:
                _folders.Add((path, entry));
                report.Folders++;
                break;
            case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                await _files.WriteAsync(entry, path, cancellationToken);
                break;
            case TarEntryType.HardLink:
                _files.Link(entry, path, EntryName.Below(entry.LinkName, top) is { } target ? folder.PathOf(target) : null);
                break;
            case TarEntryType.SymbolicLink:
                _links.Add(entry, path);
                break;
            default:
                report.LeftOut(entry.Name, $"a {entry.EntryType} is not copied");
                break;
        }
    }

    private void FinishFolders()
    {
        // From the inside out: a folder's time changes with what is made in it.
        for (var i = _folders.Count - 1; i >= 0; i--)
        {
            var (path, entry) = _folders[i];
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, EntryMode.OfFolder(entry.Mode));
            }

            Directory.SetLastWriteTimeUtc(path, entry.ModificationTime.UtcDateTime);
        }
    }
}
