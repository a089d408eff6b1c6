using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary><c>tar -x</c> and <c>tar -t</c>.</summary>
internal sealed class TarReading(CommandContext context, Options options)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var source = options.Value('f') ?? "-";
        await using var input = source == "-" ? context.In : context.Files.OpenRead(source);
        await using var plain = options.Has('z') ? new GZipStream(input, CompressionMode.Decompress) : input;
        try
        {
            await using var reader = new TarReader(plain, leaveOpen: true);
            while (await reader.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
            {
                if (options.Operands.Count == 0 || options.Operands.Any(operand => IsUnder(entry.Name, operand)))
                {
                    await ReadAsync(entry, cancellationToken);
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return await context.FailAsync(e is EndOfStreamException ? "short read" : "invalid tar magic", cancellationToken);
        }

        // What follows the end of the archive is read, so that the writer of a pipe does not break.
        await plain.CopyToAsync(Stream.Null, cancellationToken);
        return 0;
    }

    private static bool IsUnder(string name, string operand) =>
        name.TrimEnd('/') == operand.TrimEnd('/') || name.StartsWith(operand.TrimEnd('/') + "/", StringComparison.Ordinal);

    private async Task ReadAsync(TarEntry entry, CancellationToken cancellationToken)
    {
        if (options.Has('t'))
        {
            await context.PrintLineAsync(options.Has('v') ? Describe(entry) : entry.Name, cancellationToken);
            return;
        }

        if (options.Has('O'))
        {
            await (entry.DataStream?.CopyToAsync(context.Out, cancellationToken) ?? Task.CompletedTask);
            return;
        }

        await ExtractAsync(entry, cancellationToken);
        if (options.Has('v'))
        {
            await context.PrintLineAsync(entry.Name, cancellationToken);
        }
    }

    private async Task ExtractAsync(TarEntry entry, CancellationToken cancellationToken)
    {
        var path = entry.Name.TrimStart('/').TrimEnd('/');
        if (path.Length == 0 || path == "." || path.Split('/').Contains(".."))
        {
            return;
        }

        MakeParents(path);
        switch (entry.EntryType)
        {
            case TarEntryType.Directory:
                if (context.Files.TryResolve(path) is not FolderNode)
                {
                    context.Changes.Add(path, new TreeFolder((int)entry.Mode));
                }

                break;
            case TarEntryType.SymbolicLink:
                RemoveOld(path);
                context.Changes.Add(path, new LinkNode(entry.LinkName));
                break;
            case TarEntryType.HardLink:
                RemoveOld(path);
                context.Changes.Add(path, context.Files.Resolve(entry.LinkName));
                break;
            default:
                await using (var file = context.Changes.OpenWrite(path, append: false))
                {
                    await (entry.DataStream?.CopyToAsync(file, cancellationToken) ?? Task.CompletedTask);
                }

                context.Changes.SetMode(path, (int)entry.Mode);
                context.Changes.SetTime(path, options.Has('m') ? context.Clock.GetUtcNow() : entry.ModificationTime);
                break;
        }
    }

    private void RemoveOld(string path)
    {
        if (context.Files.TryResolve(path, follow: false) is not null)
        {
            context.Changes.Remove(path);
        }
    }

    private void MakeParents(string path)
    {
        for (var slash = path.IndexOf('/'); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            if (context.Files.TryResolve(path[..slash]) is not FolderNode)
            {
                context.Changes.Add(path[..slash], new TreeFolder());
            }
        }
    }

    private static string Describe(TarEntry entry)
    {
        Node node = entry.EntryType switch
        {
            TarEntryType.Directory => new TreeFolder((int)entry.Mode),
            TarEntryType.SymbolicLink => new LinkNode(entry.LinkName),
            _ => new FileNode(new BytesContent(ReadOnlyMemory<byte>.Empty), (int)entry.Mode),
        };
        var posix = entry as PosixTarEntry;
        string Name(string? name, int number) => string.IsNullOrEmpty(name) ? number.ToString(CultureInfo.InvariantCulture) : name;
        var owner = $"{Name(posix?.UserName, entry.Uid)}/{Name(posix?.GroupName, entry.Gid)}";
        var link = entry.EntryType == TarEntryType.SymbolicLink ? $" -> {entry.LinkName}" : "";
        return FormattableString.Invariant($"{ModeText.Of(node)} {owner} {entry.Length,9} {entry.ModificationTime:yyyy-MM-dd HH:mm:ss} {entry.Name}{link}");
    }
}
