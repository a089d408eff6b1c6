using System.Runtime.CompilerServices;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Kubernetes;

/// <summary>A context that nobody can connect to as it is written: a host that says why. The other hosts are not its business.</summary>
internal sealed class UnusableContext(string name, string file, DebugDeckException why) : IContainerHost
{
    private readonly HostStatus _status = new(HostState.Unreachable, why.Message);

    public HostInfo Info { get; } = new(name, HostKind.Kubernetes, "", file);

    public Task<Core.Hosts.Inventory> ListAsync(CancellationToken cancellationToken) => Task.FromResult(new Core.Hosts.Inventory(_status, []));

    public async IAsyncEnumerable<InventoryChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new InventoryChange.HostChanged(_status);
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task<IReadOnlyList<Target>> FindAsync(TargetAddress address, CancellationToken cancellationToken) => throw Refusal();

    public Task<ShellFinding> FindShellAsync(Target target, CancellationToken cancellationToken) => throw Refusal();

    public Task<TargetDetails> DetailsAsync(Target target, CancellationToken cancellationToken) => throw Refusal();

    public Task<FileReach> ReachAsync(Target target, CancellationToken cancellationToken) => throw Refusal();

    public IContainerFiles Files(Target target) => throw Refusal();

    public Task<IRemoteProcess> RunInTargetAsync(Target target, RemoteCommand command, CancellationToken cancellationToken) => throw Refusal();

    public IAsyncEnumerable<LogLine> LogsAsync(Target target, LogRequest request, CancellationToken cancellationToken) => throw Refusal();

    public Task<DebugPlan> PlanAsync(Target target, DebugRequest request, CancellationToken cancellationToken) => throw Refusal();

    public Task<IDebugSession> StartAsync(DebugPlan plan, IProgress<string> progress, CancellationToken cancellationToken) => throw Refusal();

    public Task<IReadOnlyList<DebugSessionInfo>> SessionsAsync(CancellationToken cancellationToken) => throw Refusal();

    public Task EndSessionAsync(string sessionId, CancellationToken cancellationToken) => throw Refusal();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private DebugDeckException Refusal() => new(ErrorKind.Unreachable, why.Message, why.Hint, why);
}
