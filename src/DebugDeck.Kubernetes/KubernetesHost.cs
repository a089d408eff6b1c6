using DebugDeck.Core.Debugging;
using DebugDeck.Core.Diagnosis.Cluster;
using DebugDeck.Core.Files;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;
using DebugDeck.Kubernetes.Access;
using DebugDeck.Kubernetes.Cluster;
using DebugDeck.Kubernetes.Configuration;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Details;
using DebugDeck.Kubernetes.Exec;
using DebugDeck.Kubernetes.Files;
using DebugDeck.Kubernetes.Inventory;
using DebugDeck.Kubernetes.Logs;
using DebugDeck.Kubernetes.Planning;
using DebugDeck.Kubernetes.Sessions;
using DebugDeck.Kubernetes.Shells;

namespace DebugDeck.Kubernetes;

/// <summary>One Kubernetes context: the parts that know it, as one host.</summary>
public sealed class KubernetesHost : INamespacedHost, IPodHost, IExaminedHost, IProbingHost, IClusterReader
{
    private readonly KubeConnection _connection;
    private readonly PodScope _scope;
    private readonly PodInventory _inventory;
    private readonly PodFinder _finder;
    private readonly ShellCache _shellCache;
    private readonly PodShells _shells;
    private readonly PodDetails _details;
    private readonly PodExec _exec;
    private readonly PodReach _reach;
    private readonly PodLogs _logs;
    private readonly PodPlanner _planner;
    private readonly PodSessions _sessions;

    /// <param name="context">Whom to talk to, as whom; nothing is connected yet.</param>
    /// <param name="source">What made us look there.</param>
    /// <param name="options">What the program knows about its user.</param>
    public KubernetesHost(KubeContext context, string source, KubernetesHostsOptions options)
    {
        Info = new HostInfo(context.Name, HostKind.Kubernetes, context.Cluster.Server.ToString().TrimEnd('/'), source);
        var words = new PluginWords(options.PluginSays);
        _connection = new KubeConnection(context, options.Clock, words.Say) { AnswerLimit = options.RequestTimeout ?? KubeConnection.StandardAnswerLimit };
        _scope = new PodScope(options.Scope ?? NamespaceScope.Of(context.Namespace), context.Namespace, options.Favourites);
        _finder = new PodFinder(_connection, _scope);
        _shellCache = new ShellCache(options.CacheDirectory, options.Clock);
        _shells = new PodShells(_shellCache);
        _inventory = new PodInventory(_connection, _scope, _shells, words, options.Clock);
        _details = new PodDetails(_connection);
        _exec = new PodExec(_connection, KubectlIdentity.For(context, options.KubeConfig));
        _sessions = new PodSessions(_connection, _exec, _scope, options.Toolboxes);
        _reach = new PodReach(_exec, _sessions);
        _logs = new PodLogs(_connection);
        _planner = new PodPlanner(_connection, options.Toolboxes, FindShellAsync, options.Clock);
    }

    public HostInfo Info { get; }

    public NamespaceScope Scope => _scope.Wanted;

    public void Look(NamespaceScope scope) => _scope.Want(scope);

    public Task<NamespaceChoices> NamespacesAsync(CancellationToken cancellationToken) => new PodNamespaces(_connection, _scope).ReadAsync(cancellationToken);

    public Task<IReadOnlyList<HostFact>> ExamineAsync(CancellationToken cancellationToken) => new Examination(_connection, _scope).RunAsync(cancellationToken);

    public Task<Core.Hosts.Inventory> ListAsync(CancellationToken cancellationToken) => _inventory.ListAsync(cancellationToken);

    public IAsyncEnumerable<InventoryChange> WatchAsync(CancellationToken cancellationToken) => _inventory.WatchAsync(cancellationToken);

    public Task<IReadOnlyList<Target>> FindAsync(TargetAddress address, CancellationToken cancellationToken) => _finder.FindAsync(address, cancellationToken);

    public Task<IReadOnlyList<Target>> PodAsync(Target target, CancellationToken cancellationToken) => _finder.PodAsync(target, cancellationToken);

    public Task<ShellFinding> FindShellAsync(Target target, CancellationToken cancellationToken) => _shells.FindAsync(target, cancellationToken).AsTask();

    public Task<ShellFinding> ProbeShellAsync(Target target, CancellationToken cancellationToken) =>
        _shells.TryAsync(target, (command, token) => RunInTargetAsync(target, command, token), cancellationToken);

    public Task<TargetDetails> DetailsAsync(Target target, CancellationToken cancellationToken) => _details.ReadAsync(target, cancellationToken);

    public Task<ClusterFacts> ReadClusterAsync(Target target, CancellationToken cancellationToken) => new ClusterReader(_connection).ReadAsync(target, cancellationToken);

    public Task<FileReach> ReachAsync(Target target, CancellationToken cancellationToken) => _reach.FindAsync(target, cancellationToken);

    public IContainerFiles Files(Target target) => new PodFiles(_reach, target);

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
        _shellCache.Dispose();
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }
}
