using System.Formats.Tar;
using DebugDeck.Core.Files;
using DebugDeck.Core.Targets;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Files;

/// <summary>
/// Content of files of one container. The engine starts a process of its own for each archive that it sends (30 ms and more, where a look at one path takes 1), so
/// what comes along is kept: a folder is fetched once for all that is wanted out of it, a program once for all of its parts.
/// </summary>
internal sealed class DockerContents(DockerConnection connection, Target target)
{
    private const int Small = 64 * 1024;
    private const int MostKeptFile = 4 * 1024 * 1024;
    private const int MostKept = 24 * 1024 * 1024;
    private const int MostFolder = 4 * 1024 * 1024;

    private readonly Dictionary<string, (FileEntry File, byte[] Content)> _kept = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private int _size;

    /// <summary>It need not be fetched.</summary>
    public bool Has(FileEntry file) => Kept(file) is not null;

    /// <summary>Part of a file; fewer bytes at its end.</summary>
    public async Task<byte[]> ReadAsync(FileEntry file, long offset, int limit, CancellationToken cancellationToken)
    {
        var length = (int)Math.Min(limit, Math.Max(0, file.Size - offset));
        if (length == 0)
        {
            return [];
        }

        if (Kept(file) is { } kept)
        {
            return Part(kept, offset, length);
        }

        await using var tar = await OpenAsync(file.Path, cancellationToken);
        await using var reader = new TarReader(tar);
        if (await ArchiveStream.NextAsync(reader, connection.Info, cancellationToken) is not { DataStream: { } data })
        {
            return [];
        }

        if (file.Size <= MostKeptFile)
        {
            var content = await ReadAsync(data, (int)file.Size, cancellationToken);
            Keep(file, content);
            return Part(content, offset, length);
        }

        await PassAsync(data, offset, cancellationToken);
        return await ReadAsync(data, length, cancellationToken);
    }

    /// <summary>The entries of a folder. Small files in it are kept on the way.</summary>
    /// <param name="limit">Ends after so many entries; the answer has one more if there are.</param>
    public async Task<List<FileEntry>> ListAsync(FileEntry folder, int limit, CancellationToken cancellationToken)
    {
        var listing = new FolderListing(folder.Path);
        var entries = new List<FileEntry>();
        await using var tar = await OpenAsync(folder.Path + "/.", cancellationToken);
        await using var reader = new TarReader(tar);
        while (entries.Count <= limit && await ArchiveStream.NextAsync(reader, connection.Info, cancellationToken) is { } entry)
        {
            if (listing.Take(entry) is { } child)
            {
                entries.Add(child.Size < 0 ? child with { Size = 0 } : child);
                await KeepAsync(child, entry, Small, cancellationToken);
            }
        }

        return entries;
    }

    /// <summary>Fetches a folder for the sake of files in it. One that turns out to be large is left: then the files have to be fetched one by one.</summary>
    public async Task PrepareAsync(string folder, CancellationToken cancellationToken)
    {
        var listing = new FolderListing(folder);
        await using var tar = await OpenAsync(folder + "/.", cancellationToken);
        await using var reader = new TarReader(tar);
        long seen = 0;
        while (seen < MostFolder && await ArchiveStream.NextAsync(reader, connection.Info, cancellationToken) is { } entry)
        {
            seen += entry.Length;
            if (seen < MostFolder && listing.Take(entry) is { } child)
            {
                await KeepAsync(child, entry, MostFolder, cancellationToken);
            }
        }
    }

    private async Task KeepAsync(FileEntry child, TarEntry entry, int most, CancellationToken cancellationToken)
    {
        if (child is { Kind: FileKind.Regular, Size: > 0 } && child.Size <= most && entry.DataStream is { } data)
        {
            Keep(child, await ReadAsync(data, (int)child.Size, cancellationToken));
        }
    }

    private void Keep(FileEntry file, byte[] content)
    {
        lock (_lock)
        {
            if (_size + content.Length <= MostKept && _kept.TryAdd(file.Path, (file, content)))
            {
                _size += content.Length;
            }
        }
    }

    // Changed since, it is another file. An archive tells whole seconds.
    private byte[]? Kept(FileEntry file)
    {
        lock (_lock)
        {
            return _kept.TryGetValue(file.Path, out var kept) && kept.Content.Length == file.Size && kept.File.ModifiedAt.ToUnixTimeSeconds() == file.ModifiedAt.ToUnixTimeSeconds()
                    ? kept.Content
                    : null;
        }
    }

    private static byte[] Part(byte[] content, long offset, int length)
    {
        var start = (int)Math.Min(offset, content.Length);
        return content.AsSpan(start, Math.Min(length, content.Length - start)).ToArray();
    }

    private static async Task PassAsync(Stream data, long count, CancellationToken cancellationToken)
    {
        var scratch = new byte[Small];
        for (var left = count; left > 0;)
        {
            var passed = await data.ReadAsync(scratch.AsMemory(0, (int)Math.Min(left, scratch.Length)), cancellationToken);
            if (passed == 0)
            {
                return;
            }

            left -= passed;
        }
    }

    private static async Task<byte[]> ReadAsync(Stream data, int length, CancellationToken cancellationToken)
    {
        var content = new byte[length];
        var read = await data.ReadAtLeastAsync(content, length, throwOnEndOfStream: false, cancellationToken);
        return read == length ? content : content[..read];
    }

    private async Task<Stream> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var question = new ContainerPathStatParameters { Path = path };
        var answer = await connection.AskAsync(
            $"file '{path}' in '{target.Name}'",
            (engine, token) => engine.Containers.GetArchiveFromContainerAsync(target.Id, question, statOnly: false, token),
            cancellationToken);
        return new ArchiveStream(answer.Stream!, connection.Info);
    }
}
