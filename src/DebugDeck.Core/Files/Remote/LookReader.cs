using System.Globalization;
using System.Text;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Text;

namespace DebugDeck.Core.Files.Remote;

/// <summary>Reads the records that <see cref="RemoteScripts.Look"/> writes, one for each wish.</summary>
internal sealed class LookReader(Stream output, EndWord end)
{
    private readonly ByteReader _reader = new(output);

    /// <exception cref="DebugDeckException">Failed: a tool is missing there, or what came is no record.</exception>
    public async Task<IReadOnlyList<CapturedFile>> ReadAsync(IReadOnlyList<FileWish> wishes, CancellationToken cancellationToken)
    {
        var found = new List<CapturedFile>(wishes.Count);
        var missing = new List<string>();
        while (await _reader.NextAsync(cancellationToken) is { } kind)
        {
            if (kind == '#')
            {
                missing.Add(await TextAsync(0, cancellationToken));
            }
            else if (kind == '@')
            {
                await TextAsync((byte)'\n', cancellationToken);
                found.Add(found.Count < wishes.Count ? new CapturedFile { Path = wishes[found.Count].Path } : throw ByteReader.Nonsense());
            }
            else
            {
                found[^1] = found.Count > 0 ? await AddAsync(found[^1], wishes[found.Count - 1], kind, cancellationToken) : throw ByteReader.Nonsense();
            }
        }

        return missing.Count > 0 ? throw Missing(missing) : found.Count == wishes.Count ? found : throw ByteReader.Nonsense();
    }

    private async Task<CapturedFile> AddAsync(CapturedFile file, FileWish wish, byte kind, CancellationToken cancellationToken)
    {
        switch ((char)kind)
        {
            case 'E':
                var entry = StatLine.Read(await TextAsync((byte)'\n', cancellationToken), ContainerPath.Normalize(wish.Path)) ?? throw ByteReader.Nonsense();
                return file with { Entry = entry, Target = entry.Kind == FileKind.Link ? null : entry };
            case 'L' when file.Entry is not null:
                var link = await TextAsync(0, cancellationToken);
                return file with { Entry = file.Entry with { LinkTarget = link } };
            case 'P':
                var path = await TextAsync(0, cancellationToken);
                return await _reader.NextAsync(cancellationToken) switch
                {
                    (byte)'T' => file with { Target = StatLine.Read(await TextAsync((byte)'\n', cancellationToken), path) ?? throw ByteReader.Nonsense() },
                    (byte)'!' => Complain(file, await TextAsync(0, cancellationToken)),
                    _ => throw ByteReader.Nonsense(),
                };
            case '!':
                return Complain(file, await TextAsync(0, cancellationToken));
            case 'C' when file.Target is not null:
                return await ContentAsync(file, wish, cancellationToken);
            case 'D' when file.Target is not null:
                return await ListingAsync(file, wish, cancellationToken);
            default:
                throw ByteReader.Nonsense();
        }
    }

    private async Task<CapturedFile> ContentAsync(CapturedFile file, FileWish wish, CancellationToken cancellationToken)
    {
        var text = await TextAsync((byte)'\n', cancellationToken);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > wish.Limit)
        {
            throw ByteReader.Nonsense();
        }

        var content = await _reader.ExactlyAsync(length, cancellationToken);
        if (wish.Offset > 0)
        {
            return file with { Pieces = [new FilePiece(wish.Offset, content)] };
        }

        // Files of /proc have no size until they are read.
        return file with { Content = content, IsCut = file.Target!.Size > length || (file.Target.Size == 0 && length == wish.Limit && length > 0) };
    }

    private async Task<CapturedFile> ListingAsync(CapturedFile file, FileWish wish, CancellationToken cancellationToken)
    {
        await TextAsync((byte)'\n', cancellationToken);
        var entries = new List<FileEntry>();
        var pending = new StringBuilder();
        var isCut = false;
        while (true)
        {
            var line = await TextAsync((byte)'\n', cancellationToken);
            var isEnd = line == "=" + end.First;
            if ((isEnd || StatLine.BeginsChild(line)) && pending.Length > 0)
            {
                isCut |= entries.Count == wish.Limit;
                if (!isCut && StatLine.ReadChild(pending.ToString(), file.Target!.Path) is { } child)
                {
                    entries.Add(child);
                }

                pending.Clear();
            }

            if (isEnd)
            {
                return file with { Listing = entries, IsCut = isCut };
            }

            // A name may have line breaks; what is between two entries belongs to the first.
            pending.Append(pending.Length > 0 ? "\n" : "").Append(pending.Length < ushort.MaxValue ? line : "");
        }
    }

    // busybox: stat: can't stat 'x': Permission denied; GNU: stat: cannot statx 'x': Permission denied
    private static CapturedFile Complain(CapturedFile file, string complaint)
    {
        var why = complaint.Trim();
        why = why[(why.LastIndexOf(": ", StringComparison.Ordinal) is >= 0 and var at ? at + 2 : 0)..];
        return why is "No such file or directory" or "Not a directory"
            ? file
            : file with { Error = VisibleText.Escape(why).ToLowerInvariant() };
    }

    private async ValueTask<string> TextAsync(byte last, CancellationToken cancellationToken) =>
        await _reader.UntilAsync(last, cancellationToken) ?? throw ByteReader.Nonsense();

    private static DebugDeckException Missing(IEnumerable<string> tools) => new(
        ErrorKind.Failed, $"the files cannot be read from there: {string.Join(", ", tools.Select(tool => VisibleText.Escape(tool)))} is missing", "use a toolbox that has it: busybox, netshoot");
}
