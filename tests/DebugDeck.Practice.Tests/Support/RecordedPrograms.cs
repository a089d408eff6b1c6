using System.Formats.Tar;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DebugDeck.Practice.Containers;

namespace DebugDeck.Practice.Tests.Support;

/// <summary>What the commands of the recordings and of the kubectl tests do.</summary>
internal static class RecordedPrograms
{
    public static async Task<int> RunAsync(ExecRequest request, IExecStreams streams, ContainerKey key, CancellationToken cancellationToken)
    {
        ValueTask Out(string text) => streams.WriteOutputAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        switch (string.Join(' ', request.Command))
        {
            case "true":
                return 0;
            case "id":
                await Out(key.Pod == "ec-zoo" ? "uid=0(root) gid=0(root) groups=0(root)\n" : "uid=1000(app) gid=1000(app) groups=1000(app)\n");
                return 0;
            case "cat":
                while (await streams.ReadAsync(cancellationToken) is { IsEmpty: false } piece)
                    await streams.WriteOutputAsync(piece, cancellationToken);
                return 0;
            case "sha256sum":
                await Out($"{await HashAsync(streams, cancellationToken)}  -\n");
                return 0;
            case "flood":
                return await FloodAsync(streams, cancellationToken);
            case "size":
                for (var i = 0; i < 100 && streams.Size == TerminalSize.Default; i++)
                    await Task.Delay(50, cancellationToken);
                await Out($"{streams.Size.Height} rows, {streams.Size.Width} columns\r\n");
                return 0;
            case "sh -c kill -9 $$":
                return 137;
            case "sh -c exit 3":
                return 3;
            case "sh -c echo hi; exit 3":
                await Out("hi\n");
                return 3;
            case "sh -c echo out; exit 3":
                await Out("out\n");
                return 3;
            case "sh -c echo out; echo err >&2":
                await Out("out\n");
                await streams.WriteErrorAsync("err\n"u8.ToArray(), cancellationToken);
                return 0;
            case "sh -c head -c 300000 /dev/zero | wc -c":
                await Out("300000\n");
                return 0;
            case "sh":
                return await ShellAsync(streams, cancellationToken);
            case "tar cf - /etc/os-release":
                await streams.WriteOutputAsync(Tar("etc/os-release", "PRETTY_NAME=\"Practice\"\n"), cancellationToken);
                return 0;
            default:
                throw new ExecFailedException($"exec: \"{request.Command[0]}\": executable file not found in $PATH");
        }
    }

    private static async Task<string> HashAsync(IExecStreams streams, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (await streams.ReadAsync(cancellationToken) is { IsEmpty: false } piece)
            hash.AppendData(piece.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Writes until the client has had enough: 64 MB at most.</summary>
    private static async Task<int> FloodAsync(IExecStreams streams, CancellationToken cancellationToken)
    {
        var block = new byte[64 * 1024];
        for (var i = 0; i < 1024; i++)
            await streams.WriteOutputAsync(block, cancellationToken);
        return 0;
    }

    /// <summary>The one dialogue of ws-exec-tty.json: prompt, <c>stty size; tty</c>, <c>exit 5</c>.</summary>
    private static async Task<int> ShellAsync(IExecStreams streams, CancellationToken cancellationToken)
    {
        await streams.WriteOutputAsync("$ "u8.ToArray(), cancellationToken);
        while (await streams.ReadAsync(cancellationToken) is { IsEmpty: false } input)
        {
            var line = Encoding.UTF8.GetString(input.Span);
            await streams.WriteOutputAsync(Encoding.UTF8.GetBytes(line.Replace("\n", "\r\n", StringComparison.Ordinal)), cancellationToken);
            if (line.StartsWith("exit ", StringComparison.Ordinal))
                return int.Parse(line[5..], CultureInfo.InvariantCulture);
            await streams.WriteOutputAsync(Encoding.UTF8.GetBytes($"{streams.Size.Height} {streams.Size.Width}\r\n/dev/pts/0\r\n$ "), cancellationToken);
        }

        return 0;
    }

    private static byte[] Tar(string name, string content)
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, leaveOpen: true))
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) });
        return archive.ToArray();
    }
}
