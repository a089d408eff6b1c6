using DebugDeck.Core.Debugging;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Settings;
using DebugDeck.Core.Targets;
using DebugDeck.Docker;
using DebugDeck.Docker.Sessions;
using DebugDeck.TestKit;
using Docker.DotNet;

namespace DebugDeck.Tests.Terminal;

/// <summary>A session beside a real container on a real engine.</summary>
internal sealed class TerminalBench : IAsyncDisposable
{
    private readonly DockerConnection _connection;
    private readonly string _target;

    private TerminalBench(DockerConnection connection, string target, IDebugSession session) => (_connection, _target, Session) = (connection, target, session);

    public IDebugSession Session { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<TerminalBench> StartAsync(OwnEngine? engine = null)
    {
        var endpoint = engine?.Endpoint ?? TestEngine.Require();
        var name = $"docker-session-{Guid.NewGuid():N}"[..24];
        string[] run = ["run", "--detach", "--name", name, "busybox", "sleep", "600"];
        var id = await (engine is null ? TestEngine.DockerAsync(run) : engine.DockerAsync(run));
        var connection = new DockerConnection(
            new HostInfo("docker", HostKind.Docker, endpoint, "the tests"),
            new DockerClientBuilder().WithEndpoint(new Uri(endpoint)).Build(),
            TimeProvider.System);
        var target = new Target { Id = id, Address = new TargetAddress(AddressKind.Docker, name), Host = "docker", Name = name, Image = "busybox" };
        var plan = await new DockerPlanner(connection, new ToolboxCatalog(UserSettings.Default)).PlanAsync(target, new DebugRequest { TimeLimit = TimeSpan.FromMinutes(10) }, Cancelled);
        return new TerminalBench(connection, engine is null ? name : "", await new DockerSessions(connection).StartAsync(plan, new Progress<string>(), Cancelled));
    }

    public async ValueTask DisposeAsync()
    {
        if (_target.Length > 0)
        {
            await Session.EndAsync(CancellationToken.None);
            await TestEngine.DockerAsync("rm", "--force", _target);
        }

        _connection.Dispose();
    }
}
