using System.Formats.Tar;

namespace DebugDeck.Core.Files.Extraction;

/// <summary>Writes the files of an archive.</summary>
internal sealed class EntryFiles(SafeFolder folder, ExtractReport report)
{
    private readonly HashSet<string> _written = new(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(2 * TarExtraction.BufferSize);
    private byte[]? _second;

    public bool IsWritten(string path) => _written.Contains(path);

    public async Task WriteAsync(TarEntry entry, string path, CancellationToken cancellationToken)
    {
        // System.Formats.Tar would unpack the packed form as if it were the content.
        if (entry is PaxTarEntry pax && pax.ExtendedAttributes.Keys.Any(key => key.StartsWith("GNU.sparse", StringComparison.Ordinal)))
        {
            report.LeftOut(entry.Name, "a GNU sparse file cannot be unpacked faithfully");
            return;
        }

        if (!MakeRoom(entry, path) || Open(entry, path) is not { } file)
        {
            return;
        }

        await using (file)
        {
            if (entry.DataStream is { } content)
            {
                await (entry.Length > _buffer.Length ? FillWhileReadingAsync(file, content, cancellationToken) : FillAsync(file, content, cancellationToken));
            }

            Finish(file, entry);
        }

        _written.Add(path);
        report.Files++;
    }

    /// <summary>A hard link to a file of this very archive; to anything else it is refused.</summary>
    public void Link(TarEntry entry, string path, string? target)
    {
        if (target is null || target == path || !_written.Contains(target))
        {
            report.LeftOut(entry.Name, $"it is a hard link to '{entry.LinkName}', which is not in the copy");
            return;
        }

        if (!MakeRoom(entry, path))
        {
            return;
        }

        try
        {
            HardLink.Create(target, path);
            _written.Add(path);
            report.Files++;
        }
        catch (Exception error) when (LocalErrors.IsOfTheName(error))
        {
            report.LeftOut(entry.Name, error.Message);
        }
    }

    private async Task FillAsync(FileStream file, Stream content, CancellationToken cancellationToken)
    {
        for (int read; (read = await content.ReadAsync(_buffer, cancellationToken)) > 0;)
        {
            // Not async: on every platform that would only move the same blocking call to another thread.
            file.Write(_buffer, 0, read);
            report.Meter.Bytes(read);
        }
    }

    // A large file: one buffer is written while the other is filled, so that the engine need not wait for the disk nor the disk for the engine.
    private async Task FillWhileReadingAsync(FileStream file, Stream content, CancellationToken cancellationToken)
    {
        var writing = Task.CompletedTask;
        var (filling, full) = (_buffer, _second ??= GC.AllocateUninitializedArray<byte>(_buffer.Length));
        try
        {
            // Half full is enough: what is asked for is then never less than the stream's own buffer, which such reads pass by.
            for (int read; (read = await content.ReadAtLeastAsync(filling, filling.Length / 2, throwOnEndOfStream: false, cancellationToken)) > 0;)
            {
                await writing;
                (filling, full) = (full, filling);
                var (bytes, count) = (full, read);
                writing = Task.Run(() => file.Write(bytes, 0, count), CancellationToken.None);
                report.Meter.Bytes(read);
            }
        }
        finally
        {
            // Also when reading failed: the file must not be closed under the writer.
            await writing;
        }
    }

    private bool MakeRoom(TarEntry entry, string path)
    {
        if (folder.IsFolder(path))
        {
            report.LeftOut(entry.Name, "a folder is in the way");
            return false;
        }

        if (_written.Contains(path))
        {
            report.LeftOut(entry.Name, "it is there twice, perhaps in another case; the later one is kept");
            File.Delete(path);
        }

        return true;
    }

    private FileStream? Open(TarEntry entry, string path)
    {
        // CreateNew never opens what is there already, so it follows no link either.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = EntryMode.OfFile(entry.Mode);
        }

        try
        {
            return new FileStream(path, options);
        }
        catch (Exception error) when (LocalErrors.IsOfTheName(error))
        {
            report.LeftOut(entry.Name, error.Message);
            return null;
        }
    }

    private static void Finish(FileStream file, TarEntry entry)
    {
        // The mode it was made with went through the umask.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file.SafeFileHandle, EntryMode.OfFile(entry.Mode));
        }

        File.SetLastWriteTimeUtc(file.SafeFileHandle, entry.ModificationTime.UtcDateTime);
    }
}
