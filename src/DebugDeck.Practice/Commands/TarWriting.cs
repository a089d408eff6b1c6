using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary><c>tar -c</c>.</summary>
internal sealed class TarWriting(CommandContext context, Options options)
{
    // As every tar does; without it each header and each small file would be a message of its own on its way to the client.
    private const int RecordSize = 20 * 512;

    private readonly Accounts _accounts = new(context.Files);
    private bool _failed;
    private bool _hasWarned;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (options.Operands.Count == 0)
        {
            throw new UsageException("empty archive");
        }

        var target = options.Value('f') ?? "-";
        await using var output = target == "-" ? new SkippingStream(context.Out, 0) : context.Changes.OpenWrite(target, append: false);
        await using var records = new BufferedStream(output, RecordSize);
        await using var compressed = options.Has('z') ? new GZipStream(records, CompressionLevel.Fastest) : (Stream)records;
        await using (var writer = new TarWriter(compressed, TarEntryFormat.Gnu, leaveOpen: true))
        {
            foreach (var path in options.Operands)
            {
                await AddAsync(writer, path, cancellationToken);
            }
        }

        return _failed ? await context.FailAsync("error exit delayed from previous errors", cancellationToken) : 0;
    }

    private async Task AddAsync(TarWriter writer, string path, CancellationToken cancellationToken)
    {
        try
        {
            var node = context.Files.Resolve(path, follow: options.Has('h'));
            if (node is FileNode and not DeviceNode)
            {
                await using var content = context.Files.OpenRead(path);
                await WriteAsync(writer, path, node, content, cancellationToken);
                return;
            }

            await WriteAsync(writer, path, node, null, cancellationToken);
            foreach (var name in node is FolderNode ? context.Files.List(path) : [])
            {
                var child = path.EndsWith('/') ? path + name : path + "/" + name;
                if (!Matches(child))
                {
                    await AddAsync(writer, child, cancellationToken);
                }
            }
        }
        catch (FileException e) when (e.Error != Errno.BrokenPipe)
        {
            _failed = true;
            await context.FailAsync(e.Error == Errno.NotFound ? $"{path}: {e.Message}" : $"can't open '{path}': {e.Message}", cancellationToken);
        }
    }

    private bool Matches(string path) => options.Value("exclude") is { } pattern
        && (Shell.Expansion.GlobPattern.IsMatch(pattern, path) || Shell.Expansion.GlobPattern.IsMatch(pattern, path.AsSpan(path.LastIndexOf('/') + 1)));

    private async Task WriteAsync(TarWriter writer, string path, Node node, Stream? content, CancellationToken cancellationToken)
    {
        var name = await MemberNameAsync(path, cancellationToken);
        if (name.Length == 0)
        {
            return;
        }

        var entry = new GnuTarEntry(TypeOf(node), node is FolderNode ? name.TrimEnd('/') + "/" : name)
        {
            Mode = (UnixFileMode)(node.Mode & 0xFFF),
            Uid = node.Uid,
            Gid = node.Gid,
            UserName = _accounts.User(node.Uid) ?? "",
            GroupName = _accounts.Group(node.Gid) ?? "",
            ModificationTime = node.ModifiedAt < DateTimeOffset.UnixEpoch ? DateTimeOffset.UnixEpoch : node.ModifiedAt,
        };
        if (node is DeviceNode device)
        {
            (entry.DeviceMajor, entry.DeviceMinor) = (device.Major, device.Minor);
        }

        if (node.ReadLink(context.Process) is { } target && entry.EntryType == TarEntryType.SymbolicLink)
        {
            entry.LinkName = target;
        }

        if (content is not null)
        {
            entry.DataStream = await KnownLengthAsync(node, content, cancellationToken);
        }

        await writer.WriteEntryAsync(entry, cancellationToken);
        if (options.Has('v'))
        {
            await context.Errors.WriteAsync(Encoding.UTF8.GetBytes(entry.Name + "\n"), cancellationToken);
        }
    }

    // Files of /proc have no length until they are read; an entry needs one before its content.
    private static async Task<Stream> KnownLengthAsync(Node node, Stream content, CancellationToken cancellationToken)
    {
        if (node.Size > 0 || content.CanSeek)
        {
            return content;
        }

        var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        copy.Position = 0;
        return copy;
    }

    private async Task<string> MemberNameAsync(string path, CancellationToken cancellationToken)
    {
        var name = path.TrimStart('/');
        if (name.Length < path.Length && !_hasWarned)
        {
            _hasWarned = true;
            await context.FailAsync("removing leading '/' from member names", cancellationToken);
        }

        return name;
    }

    private static TarEntryType TypeOf(Node node) => node switch
    {
        FolderNode => TarEntryType.Directory,
        DeviceNode => TarEntryType.CharacterDevice,
        FileNode => TarEntryType.RegularFile,
        _ => TarEntryType.SymbolicLink,
    };
}
