using System.Diagnostics;

namespace DebugDeck.Docker.Tests.Playbooks;

/// <summary>A real name server (dnsmasq) with an address of its own on the engine's network: it runs in the network of a container that does nothing.</summary>
internal sealed class NameServer : IAsyncDisposable
{
    private static readonly string[] Usual =
    [
        "-C", "/dev/null", "--keep-in-foreground", "--no-resolv", "--no-hosts", "--user=root", "--log-queries", "--log-facility=-", "--pid-file=",
    ];

    private readonly Process _process;
    private readonly string _namespace;
    private string _last = "";

    private NameServer(Process process, string address, string holder) => (_process, Address, _namespace) = (process, address, holder);

    public static bool IsPossible => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    public string Address { get; }

    /// <summary>Every question it got, as <c>A name</c>.</summary>
    public List<string> Questions { get; } = [];

    public static async Task<NameServer> StartAsync(PlaybookBench bench, params string[] options)
    {
        var (address, holder) = await PlaybookBench.PlaceAsync(await bench.StartAsync("ddtest/busybox", "sleep", "600"));
        var start = new ProcessStartInfo("nsenter", ["-t", holder, "-n", "dnsmasq", .. Usual, $"--listen-address={address}", "--bind-interfaces", .. options]) { RedirectStandardError = true };
        var server = new NameServer(Process.Start(start)!, address, holder);
        var isReady = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server._process.ErrorDataReceived += (_, line) => server.Read(line.Data, isReady);
        server._process.BeginErrorReadLine();
        await isReady.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>It goes on accepting connections and questions, and answers none: a server that hangs.</summary>
    public Task HangAsync() => RunAsync("kill", "-STOP", $"{_process.Id}");

    /// <summary>Packets to its port vanish on the way in; only those of one protocol if it is named.</summary>
    public async Task DropAsync(string? protocol)
    {
        await IpAsync("rule", "add", "pref", "100", "lookup", "local");
        foreach (var dropped in protocol is null ? ["udp", "tcp"] : new[] { protocol })
        {
            await IpAsync("rule", "add", "pref", "10", "ipproto", dropped, "dport", "53", "blackhole");
        }

        await IpAsync("rule", "del", "pref", "0");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private Task IpAsync(params string[] arguments) => RunAsync("nsenter", ["-t", _namespace, "-n", "ip", .. arguments]);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    private void Read(string? line, TaskCompletionSource isReady)
    {
        _last = line ?? _last;
        if (line is null)
        {
            isReady.TrySetException(new InvalidOperationException($"dnsmasq ended: {_last}"));
        }
        else if (line.Contains(" started, version ", StringComparison.Ordinal))
        {
            isReady.TrySetResult();
        }
        else if (line.IndexOf("query[", StringComparison.Ordinal) is > 0 and var at)
        {
            var words = line[(at + "query[".Length)..].Split([']', ' '], StringSplitOptions.RemoveEmptyEntries);
            lock (Questions)
            {
                Questions.Add($"{words[0]} {words[1]}");
            }
        }
    }
}
