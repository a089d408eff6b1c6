using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Terminal;

namespace DebugDeck.Tests.Terminal;

/// <summary>Plain streams: real files and pipes on our side, a real process on the other.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PlainTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Thirty_megabytes_through_standard_input_arrive_whole_and_end()
    {
        await using var bench = await TerminalBench.StartAsync();
        using var files = new StreamFiles();
        var input = new byte[30_000_000];
        new Random(2).NextBytes(input);

        var outcome = await files.RunAsync(bench.Session, bench.Session.Command(["sha256sum"]) with { Input = true }, input);

        Assert.Equal(TerminalOutcome.Exited(0), outcome);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(input)) + "  -\n", files.Output);
    }

    [Fact]
    public async Task Both_outputs_go_where_they_belong_byte_for_byte()
    {
        await using var bench = await TerminalBench.StartAsync();
        using var files = new StreamFiles();

        var outcome = await files.RunAsync(bench.Session, bench.Session.Command(["sh", "-c", "printf 'a\\r\\n\\377\\0'; printf 'err\\033' >&2; exit 9"]), []);

        Assert.Equal(TerminalOutcome.Exited(9), outcome);
        Assert.Equal("a\r\n\u00ff\0", files.Output);
        Assert.Equal("err\e", files.Error);
    }

    [Fact]
    public async Task A_command_that_does_not_read_its_input_ends_all_the_same()
    {
        await using var bench = await TerminalBench.StartAsync();
        using var files = new StreamFiles();

        var outcome = await files.RunAsync(bench.Session, bench.Session.Command(["sh", "-c", "exit 5"]) with { Input = true }, new byte[5_000_000]);

        Assert.Equal(TerminalOutcome.Exited(5), outcome);
    }

    [Fact]
    public async Task A_reader_that_goes_away_ends_the_command()
    {
        await using var bench = await TerminalBench.StartAsync();
        var (read, write) = Pipe();
        using var device = new UnixDevice(0, write, write);
        _ = LibC.Close(read);

        var outcome = await new DebugTerminal(device).RunAsync(bench.Session, bench.Session.Command(["yes"]), DetachKeys.None, Cancelled);

        _ = LibC.Close(write);
        Assert.Equal(TerminalOutcome.Terminated(13), outcome);
        await using var process = await bench.Session.RunAsync(bench.Session.Command(["sh", "-c", "ps | grep -c ' [y]es$'"]), Cancelled);
        var buffer = new byte[100];
        var chunk = await process.ReadAsync(buffer, Cancelled);
        Assert.Equal("0\n", Encoding.ASCII.GetString(buffer, 0, chunk.Count));
    }

    private static unsafe (int Read, int Write) Pipe()
    {
        var ends = stackalloc int[2];
        Assert.Equal(0, LibC.Pipe(ends));
        return (ends[0], ends[1]);
    }

    /// <summary>Three files in place of the program's streams.</summary>
    private sealed class StreamFiles : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("ddplain-").FullName;

        public string Output => Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(_folder, "out")));

        public string Error => Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(_folder, "err")));

        public async Task<TerminalOutcome> RunAsync(IDebugSession session, RemoteCommand command, byte[] input)
        {
            await File.WriteAllBytesAsync(Path.Combine(_folder, "in"), input, Cancelled);
            using var stdin = File.OpenHandle(Path.Combine(_folder, "in"));
            using var stdout = File.OpenHandle(Path.Combine(_folder, "out"), FileMode.Create, FileAccess.Write);
            using var stderr = File.OpenHandle(Path.Combine(_folder, "err"), FileMode.Create, FileAccess.Write);
            using var device = new UnixDevice(Number(stdin), Number(stdout), Number(stderr));
            return await new DebugTerminal(device).RunAsync(session, command, DetachKeys.None, Cancelled);
        }

        public void Dispose() => Directory.Delete(_folder, recursive: true);

        private static int Number(SafeHandle handle) => (int)handle.DangerousGetHandle();
    }
}
