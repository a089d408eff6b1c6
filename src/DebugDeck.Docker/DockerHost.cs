using DebugDeck.Core.Debugging;
using DebugDeck.Core.Files;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Images;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;
using DebugDeck.Docker.Details;
using DebugDeck.Docker.Endpoints;
using DebugDeck.Docker.Files;
using DebugDeck.Docker.Images;
using DebugDeck.Docker.Inventory;
using DebugDeck.Docker.Logs;
using DebugDeck.Docker.Sessions;
using DebugDeck.Docker.Shells;

namespace DebugDeck.Docker;

/// <summary>One Docker or Podman engine: the parts that know it, as one host.</summary>
public sealed class DockerHost : IContainerHost, IImageHost
{
    private readonly DockerConnection _connection;
    private readonly DockerInventory _inventory;
    private readonly ShellCache _shells;
    private readonly DockerShellProbe _shellProbe;
    private readonly DockerDetails _details;
    private readonly TargetExec _exec;
    private readonly DockerLogs _logs;
    private readonly DockerPlanner _planner;
    private readonly DockerSessions _sessions;

    /// <param name="endpoint">Where the engine is; nothing is connected yet.</param>
    /// <param name="cacheDirectory">Where verdicts about images are kept between runs.</param>
    /// <param name="toolboxes">The images that debug containers are started from.</param>
    /// <param name="clock">The time.</param>
    public DockerHost(DockerEndpoint endpoint, string cacheDirectory, ToolboxCatalog toolboxes, TimeProvider clock)
    {
        _connection = DockerConnection.To(endpoint, clock);
        _inventory = new DockerInventory(_connection);
        _shells = new ShellCache(cacheDirectory, clock);
        _shellProbe = new DockerShellProbe(_connection, _shells);
        _details = new DockerDetails(_connection);
        _exec = new TargetExec(_connection);
        _logs = new DockerLogs(_connection);
        _planner = new DockerPlanner(_connection, toolboxes);
        _sessions = new DockerSessions(_connection);
    }

    public HostInfo Info => _connection.Info;

    public Task<Core.Hosts.Inventory> ListAsync(CancellationToken cancellationToken) => _inventory.ListAsync(cancellationToken);

    public IAsyncEnumerable<InventoryChange> WatchAsync(CancellationToken cancellationToken) => _inventory.WatchAsync(cancellationToken);

    public Task<IReadOnlyList<Target>> FindAsync(TargetAddress address, CancellationToken cancellationToken) =>
        _inventory.FindAsync(address, cancellationToken);

    public Task<ShellFinding> FindShellAsync(Target target, CancellationToken cancellationToken) => _shellProbe.FindAsync(target, cancellationToken);

    public Task<TargetDetails> DetailsAsync(Target target, CancellationToken cancellationToken) => _details.ReadAsync(target, cancellationToken);

    public Task<FileReach> ReachAsync(Target target, CancellationToken cancellationToken) => Task.FromResult(FileReach.Free);

    public IContainerFiles Files(Target target) => new DockerFiles(_connection, target);

    public async Task<IImageSource> OpenImageAsync(string reference, CancellationToken cancellationToken) =>
        await EngineImage.OpenAsync(_connection, reference, cancellationToken);

    public Task<IRemoteProcess> RunInTargetAsync(Target target, RemoteCommand command, CancellationToken cancellationToken) =>
        _exec.RunAsync(target, command, cancellationToken);

    public IAsyncEnumerable<LogLine> LogsAsync(Target target, LogRequest request, CancellationToken cancellationToken) =>
        _logs.ReadAsync(target, request, cancellationToken);

    public Task<DebugPlan> PlanAsync(Target target, DebugRequest request, CancellationToken cancellationToken) =>
        _planner.PlanAsync(target, request, cancellationToken);

    public Task<IDebugSession> StartAsync(DebugPlan plan, IProgress<string> progress, CancellationToken cancellationToken) =>
        _sessions.StartAsync(plan, progress, cancellationToken);

    public Task<IReadOnlyList<DebugSessionInfo>> SessionsAsync(CancellationToken cancellationToken) => _sessions.ListAsync(cancellationToken);

    public Task EndSessionAsync(string sessionId, CancellationToken cancellationToken) => _sessions.EndAsync(sessionId, cancellationToken);

    public ValueTask DisposeAsync()
    {
        _shellProbe.Dispose();
        _shells.Dispose();
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }
}
