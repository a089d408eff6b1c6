using System.Formats.Tar;
using System.Security.Cryptography;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Files.Remote;
using DebugDeck.Core.Streams;

namespace DebugDeck.Core.Tests.Files.Remote;

/// <summary>The promise that no tail of a file is lost, held against a server that drops what a slow reader has not fetched when the process ends.</summary>
public sealed class SlowReaderTests : IDisposable
{
    private const int Size = 48 << 20;

    private static readonly TimeSpan EachMegabyte = TimeSpan.FromMilliseconds(20);

    private readonly string _root = Directory.CreateTempSubdirectory("debugdeck-slow-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task A_slow_reader_gets_every_byte_every_time()
    {
        var expected = Write();
        var files = new RemoteFiles(new RemotePlace(
            (command, _) => Task.FromResult<IRemoteProcess>(new DroppingProcess(LocalProcess.Start("busybox", command))), new DebugSurroundings(_root), "web"));

        for (var run = 0; run < 4; run++)
        {
            await using var tar = await files.ArchiveAsync("/file", Token);
            await using var reader = new TarReader(tar, leaveOpen: true);
            var entry = await reader.GetNextEntryAsync(copyData: false, Token);
            var hash = await HashSlowlyAsync(entry!.DataStream!.ReadAsync);
            await tar.CopyToAsync(Stream.Null, Token);

            Assert.Equal(expected, hash);
        }
    }

    /// <summary>The same without the handshake: the test above would notice.</summary>
    [Fact]
    public async Task Without_waiting_for_our_word_the_tail_is_lost()
    {
        var expected = Write();
        await using var process = new DroppingProcess(LocalProcess.Start("busybox", new RemoteCommand(["sh", "-c", $"cat {_root}/file"])));

        var hash = await HashSlowlyAsync(async (buffer, token) => (await process.ReadAsync(buffer, token)) is { Channel: OutputChannel.Output, Count: var count } ? count : 0);

        Assert.Equal(0, await process.ExitCodeAsync(Token));
        Assert.NotEqual(expected, hash);
    }

    private static async Task<string> HashSlowlyAsync(Func<Memory<byte>, CancellationToken, ValueTask<int>> readAsync)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        var sincePause = 0;
        for (int read; (read = await readAsync(buffer, Token)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            if ((sincePause += read) >= 1 << 20)
            {
                sincePause = 0;
                await Task.Delay(EachMegabyte, Token);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private string Write()
    {
        var content = new byte[Size];
        new Random(7).NextBytes(content);
        File.WriteAllBytes(Path.Combine(_root, "file"), content);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
