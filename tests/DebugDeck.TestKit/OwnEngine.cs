using CliWrap;
using CliWrap.Buffered;
using Xunit;

namespace DebugDeck.TestKit;

/// <summary>
/// A Docker engine of a test's own, with <c>busybox:latest</c> in it, which the test may stop and start as it likes:
/// its own data, socket and bridge, no firewall rules, so that no other engine on the machine notices.
/// </summary>
public sealed class OwnEngine : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder;
    private readonly OwnBridge _bridge;
    private readonly bool _liveRestore;
    private CommandTask<CommandResult>? _engine;

    private OwnEngine(string folder, OwnBridge bridge, bool liveRestore)
    {
        _folder = folder;
        _bridge = bridge;
        _liveRestore = liveRestore;
        Endpoint = $"unix://{folder}/docker.sock";
    }

    /// <summary>Its <c>unix://</c> endpoint, the same over restarts.</summary>
    public string Endpoint { get; }

    /// <summary>Starts one; a test on a machine without engines is skipped.</summary>
    /// <param name="liveRestore">Containers go on running while the engine is stopped (<c>--live-restore</c>).</param>
    public static async Task<OwnEngine> StartAsync(bool liveRestore = false)
    {
        TestEngine.Require();
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "a Docker engine of its own needs root");

        // The name is short because the path of a socket may have only 108 bytes.
        var folder = Directory.CreateTempSubdirectory("ddown-").FullName;
        var engine = new OwnEngine(folder, await OwnBridge.CreateAsync(), liveRestore);
        try
        {
            await engine.StartAgainAsync();
            await engine.TakeImageAsync("busybox:latest");
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs the docker client against this engine.</summary>
    public Task<string> DockerAsync(params string[] arguments) => DockerCommand.RunAsync(Endpoint, arguments);

    /// <summary>Copies an image over from the shared test engine.</summary>
    public async Task TakeImageAsync(string reference)
    {
        var file = Path.Combine(_folder, "image.tar");
        await TestEngine.DockerAsync("save", "--output", file, reference);
        await DockerAsync("load", "--quiet", "--input", file);
        File.Delete(file);
    }

    /// <summary>Starts the stopped engine and waits until it answers.</summary>
    public async Task StartAgainAsync()
    {
        string[] options =
        [
            "--data-root", Path.Combine(_folder, "data"),
            "--exec-root", Path.Combine(_folder, "exec"),
            "--pidfile", Path.Combine(_folder, "pid"),
            "--host", Endpoint,
            "--bridge", _bridge.Name,
            "--iptables=false",
            "--ip6tables=false",
            // A container that ignores SIGTERM would hold up every restart of the engine by ten seconds.
            "--shutdown-timeout=1",
            .. _liveRestore ? ["--live-restore"] : Array.Empty<string>(),
        ];
        _engine = Cli.Wrap("dockerd")
            .WithArguments(options)
            .WithStandardErrorPipe(PipeTarget.ToFile(LogFile))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync();
        await AnswersAsync(_engine.Task);
    }

    /// <summary>Stops it as a service manager would; its containers end with it unless it was started with live restore.</summary>
    public async Task StopAsync()
    {
        if (_engine is { } running)
        {
            _engine = null;
            await Cli.Wrap("kill").WithArguments(["-TERM", $"{running.ProcessId}"]).WithValidation(CommandResultValidation.None).ExecuteAsync();
            await running.Task.WaitAsync(Patience);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            // Containers of a live-restore engine would outlive it.
            var containers = await DockerCommand.RunAsync(Endpoint, ["ps", "--all", "--quiet"]);
            if (containers.Length > 0)
            {
                await DockerCommand.RunAsync(Endpoint, ["rm", "--force", "--volumes", .. containers.Split('\n')]);
            }

            await StopAsync();
        }

        await _bridge.DisposeAsync();
        await UnmountAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // An engine that is stopped while it reads a container's files leaves them mounted, and its data folder as well.
    private async Task UnmountAsync()
    {
        var mounts = (await File.ReadAllLinesAsync("/proc/self/mountinfo"))
            .Select(line => line.Split(' ')[4])
            .Where(mount => mount.StartsWith(_folder + "/", StringComparison.Ordinal))
            .OrderByDescending(mount => mount.Length);
        foreach (var mount in mounts)
        {
            await Cli.Wrap("umount").WithArguments(["--lazy", mount]).WithValidation(CommandResultValidation.None).ExecuteAsync();
        }
    }

    private string LogFile => Path.Combine(_folder, "dockerd.log");

    private async Task AnswersAsync(Task engine)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var ping = await Cli.Wrap("docker").WithArguments(["--host", Endpoint, "version"]).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(limit.Token);
            if (ping.ExitCode == 0)
            {
                return;
            }

            if (engine.IsCompleted)
            {
                throw new InvalidOperationException($"dockerd ended: {await File.ReadAllTextAsync(LogFile, limit.Token)}");
            }

            await Task.Delay(100, limit.Token);
        }
    }
}
