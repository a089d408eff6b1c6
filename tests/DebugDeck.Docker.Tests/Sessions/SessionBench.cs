using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Settings;
using DebugDeck.Core.Streams;
using DebugDeck.Core.Targets;
using DebugDeck.Docker.Sessions;
using DebugDeck.TestKit;
using Docker.DotNet;

namespace DebugDeck.Docker.Tests.Sessions;

/// <summary>A real target on the test engine, and what is needed to debug it. Takes everything away in the end.</summary>
internal sealed class SessionBench : IAsyncDisposable
{
    private readonly DockerConnection _connection;

    private SessionBench(string name, string id)
    {
        var endpoint = TestEngine.Require();
        _connection = new DockerConnection(
            new HostInfo("docker", HostKind.Docker, endpoint, "the tests"),
            new DockerClientBuilder().WithEndpoint(new Uri(endpoint)).Build(),
            TimeProvider.System);
        Planner = new DockerPlanner(_connection, new ToolboxCatalog(UserSettings.Default));
        Sessions = new DockerSessions(_connection);
        Target = new Target { Id = id, Address = new TargetAddress(AddressKind.Docker, name), Host = "docker", Name = name, Image = "" };
    }

    public Target Target { get; }

    public DockerPlanner Planner { get; }

    public DockerSessions Sessions { get; }

    public List<string> Progress { get; } = [];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>A target that runs: <c>docker run</c> with these arguments.</summary>
    public static Task<SessionBench> RunAsync(params string[] arguments) => MakeAsync(["run", "--detach"], arguments);

    /// <summary>A target that was never started: <c>docker create</c> with these arguments.</summary>
    public static Task<SessionBench> CreateAsync(params string[] arguments) => MakeAsync(["create"], arguments);

    /// <summary>A target that has run and ended.</summary>
    public static async Task<SessionBench> ExitedAsync(params string[] arguments)
    {
        var bench = await RunAsync(arguments);
        await TestEngine.DockerAsync("wait", bench.Target.Name);
        return bench;
    }

    public Task<DebugPlan> PlanAsync(string toolbox = "busybox", TimeSpan? limit = null) =>
        Planner.PlanAsync(Target, new DebugRequest { Toolbox = toolbox, TimeLimit = limit ?? TimeSpan.FromMinutes(10) }, Cancelled);

    public async Task<IDebugSession> StartAsync(string toolbox = "busybox", TimeSpan? limit = null) =>
        await Sessions.StartAsync(await PlanAsync(toolbox, limit), new Reports(Progress), Cancelled);

    /// <summary>Runs a command to its end in the session.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(IDebugSession session, params string[] arguments)
    {
        await using var process = await session.RunAsync(session.Command(arguments), Cancelled);
        return await ReadAsync(process);
    }

    public static async Task<(int Code, string Output, string Error)> ReadAsync(IRemoteProcess process)
    {
        var (output, error) = (new MemoryStream(), new MemoryStream());
        var buffer = new byte[16 * 1024];
        while (await process.ReadAsync(buffer, Cancelled) is { Count: > 0 } chunk)
        {
            (chunk.Channel == OutputChannel.Error ? error : output).Write(buffer, 0, chunk.Count);
        }

        return (await process.ExitCodeAsync(Cancelled), Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    /// <summary>Containers and volumes of sessions for this target, as the engine lists them.</summary>
    public Task<string> LeftoversAsync() => TestEngine.DockerAsync("ps", "--all", "--quiet", "--filter", $"label={SessionLabels.Target}={Target.Id}");

    private static async Task<SessionBench> MakeAsync(string[] verb, string[] arguments)
    {
        var name = $"docker-session-{Guid.NewGuid():N}"[..24];
        return new SessionBench(name, await TestEngine.DockerAsync([.. verb, "--name", name, .. arguments]));
    }

    public async ValueTask DisposeAsync()
    {
        var sessions = await LeftoversAsync();
        await TestEngine.DockerAsync(["rm", "--force", "--volumes", Target.Name, .. sessions.Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
        _connection.Dispose();
    }

    private sealed class Reports(List<string> reports) : IProgress<string>
    {
        public void Report(string value) => reports.Add(value);
    }
}
