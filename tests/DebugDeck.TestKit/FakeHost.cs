using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.TestKit;

/// <summary>
/// A host that says what the test tells it to, for tests of commands and screens. What it is asked to do is recorded.
/// Set the properties before use; <see cref="Push"/> and <see cref="Lose"/> play the live inventory.
/// </summary>
public sealed class FakeHost(string name = "docker", HostKind kind = HostKind.Docker) : IContainerHost
{
    private readonly ConcurrentDictionary<Guid, Channel<InventoryChange>> _watchers = [];

    public HostInfo Info { get; init; } = new(name, kind, $"unix:///run/{name}.sock", "a test");

    public HostStatus Status { get; set; } = new(HostState.Ready, Version: "28.0.1");

    public List<Target> Targets { get; } = [];

    /// <summary>What is found for a target; the finding in the target itself where the test says nothing.</summary>
    public Func<Target, CancellationToken, Task<ShellFinding>> ShellLookup { get; set; } = (target, _) => Task.FromResult(target.Shell);

    /// <summary>The files by target name; an empty tree where the test says nothing.</summary>
    public Dictionary<string, FakeFiles> FileTrees { get; } = [];

    public Func<Target, LogRequest, CancellationToken, IAsyncEnumerable<LogLine>> Logs { get; set; } = (_, _, _) => AsyncEnumerable.Empty<LogLine>();

    public Func<Target, DebugRequest, DebugPlan> Planner { get; set; } = FakePlan.Sidecar;

    public Func<DebugPlan, FakeDebugSession> Starter { get; set; } = plan => new FakeDebugSession(plan);

    public List<DebugSessionInfo> Sessions { get; } = [];

    /// <summary>The ids that <see cref="EndSessionAsync"/> was called with.</summary>
    public List<string> Ended { get; } = [];

    /// <summary>The plans that <see cref="StartAsync"/> was called with.</summary>
    public List<DebugPlan> Started { get; } = [];

    /// <summary>Adds or replaces a target, and tells everybody who watches.</summary>
    public void Upsert(Target target)
    {
        Targets.RemoveAll(known => known.Id == target.Id);
        Targets.Add(target);
        Push(new InventoryChange.Upserted(target));
    }

    /// <summary>Takes a target away, and tells everybody who watches.</summary>
    public void Remove(string targetId)
    {
        Targets.RemoveAll(known => known.Id == targetId);
        Push(new InventoryChange.Removed(targetId));
    }

    /// <summary>The host goes away: from now on it is not reachable for this reason.</summary>
    public void Lose(string reason)
    {
        Status = new HostStatus(HostState.Unreachable, reason);
        Push(new InventoryChange.HostChanged(Status));
    }

    public void Push(InventoryChange change)
    {
        foreach (var watcher in _watchers.Values)
        {
            watcher.Writer.TryWrite(change);
        }
    }

    public Task<Inventory> ListAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new Inventory(Status, Status.State == HostState.Ready ? [.. Targets] : []));
    }

    public async IAsyncEnumerable<InventoryChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var key = Guid.NewGuid();
        var changes = _watchers[key] = Channel.CreateUnbounded<InventoryChange>();
        try
        {
            yield return new InventoryChange.HostChanged(Status);
            if (Status.State == HostState.Ready)
            {
                yield return new InventoryChange.Snapshot([.. Targets]);
            }

            await foreach (var change in changes.Reader.ReadAllAsync(cancellationToken))
            {
                yield return change;
            }
        }
        finally
        {
            _watchers.TryRemove(key, out _);
        }
    }

    public Task<IReadOnlyList<Target>> FindAsync(TargetAddress address, CancellationToken cancellationToken)
    {
        EnsureReachable();
        var named = Targets.Where(target => target.Name == address.Name).ToList();
        return Task.FromResult<IReadOnlyList<Target>>(
            named.Count > 0 ? named : [.. Targets.Where(target => target.Id.StartsWith(address.Name, StringComparison.Ordinal))]);
    }

    public Task<ShellFinding> FindShellAsync(Target target, CancellationToken cancellationToken) => ShellLookup(target, cancellationToken);

    /// <summary>What is known about a target besides its row; nothing where the test says nothing.</summary>
    public Func<Target, TargetDetails> Details { get; set; } = target => new TargetDetails { Target = target };

    public FileReach Reach { get; set; } = FileReach.Free;

    /// <summary>What a process in a target does; by default it ends at once with code 0.</summary>
    public Func<Target, RemoteCommand, FakeRemoteProcess> InTarget { get; set; } = (_, _) => new FakeRemoteProcess();

    public Task<TargetDetails> DetailsAsync(Target target, CancellationToken cancellationToken)
    {
        EnsureReachable();
        return Task.FromResult(Details(target));
    }

    public Task<FileReach> ReachAsync(Target target, CancellationToken cancellationToken) => Task.FromResult(Reach);

    public Task<IRemoteProcess> RunInTargetAsync(Target target, RemoteCommand command, CancellationToken cancellationToken) =>
        Task.FromResult<IRemoteProcess>(InTarget(target, command));

    /// <summary>Whole images by target name, for tests to which links on the way matter; they come before <see cref="FileTrees"/>.</summary>
    public Dictionary<string, ImageTree> Images { get; } = [];

    public IContainerFiles Files(Target target) =>
        Images.GetValueOrDefault(target.Name) as IContainerFiles ?? FileTrees.GetValueOrDefault(target.Name) ?? new FakeFiles();

    public IAsyncEnumerable<LogLine> LogsAsync(Target target, LogRequest request, CancellationToken cancellationToken) =>
        Logs(target, request, cancellationToken);

    public Task<DebugPlan> PlanAsync(Target target, DebugRequest request, CancellationToken cancellationToken)
    {
        EnsureReachable();
        return Task.FromResult(Planner(target, request));
    }

    public Task<IDebugSession> StartAsync(DebugPlan plan, IProgress<string> progress, CancellationToken cancellationToken)
    {
        EnsureReachable();
        progress.Report($"starting {plan.Toolbox.Image}");
        Started.Add(plan);
        return Task.FromResult<IDebugSession>(Starter(plan));
    }

    public Task<IReadOnlyList<DebugSessionInfo>> SessionsAsync(CancellationToken cancellationToken)
    {
        EnsureReachable();
        return Task.FromResult<IReadOnlyList<DebugSessionInfo>>([.. Sessions]);
    }

    public Task EndSessionAsync(string sessionId, CancellationToken cancellationToken)
    {
        EnsureReachable();
        if (Sessions.RemoveAll(session => session.Id == sessionId) == 0)
        {
            throw new DebugDeckException(ErrorKind.NotFound, $"{Info.Name} has no session '{sessionId}'");
        }

        Ended.Add(sessionId);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void EnsureReachable()
    {
        if (Status.State != HostState.Ready)
        {
            throw new DebugDeckException(ErrorKind.Unreachable, $"{Info.Name} is not reachable: {Status.Reason}");
        }
    }
}
