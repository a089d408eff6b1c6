using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Hosts;

/// <summary>
/// A place where containers run: one Docker or Podman endpoint, or one Kubernetes context.
/// Failures meant for the user are <see cref="DebugDeckException"/>; every call ends when its token is cancelled.
/// </summary>
public interface IContainerHost : IAsyncDisposable
{
    HostInfo Info { get; }

    /// <summary>One look. A host that does not answer is an <see cref="Inventory"/> with its reason, not an exception.</summary>
    Task<Inventory> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// A snapshot, then every change, until cancelled. Never throws for the host's sake: a lost host is reported as
    /// <see cref="HostState.Unreachable"/>, tried again, and comes back with a fresh snapshot.
    /// </summary>
    IAsyncEnumerable<InventoryChange> WatchAsync(CancellationToken cancellationToken);

    /// <summary>Finds one target by name or id prefix; empty if there is none, several if the name is ambiguous.</summary>
    Task<IReadOnlyList<Target>> FindAsync(TargetAddress address, CancellationToken cancellationToken);

    /// <summary>Says whether the target has a shell, without running anything in it. Cached by image.</summary>
    Task<ShellFinding> FindShellAsync(Target target, CancellationToken cancellationToken);

    /// <summary>All the host knows about the target without entering it. What the user may not read is named, not thrown.</summary>
    Task<TargetDetails> DetailsAsync(Target target, CancellationToken cancellationToken);

    /// <summary>The cheapest way there is now to the target's files. Starts nothing that stays, and asks a cluster's shell only once per target.</summary>
    Task<FileReach> ReachAsync(Target target, CancellationToken cancellationToken);

    /// <summary>
    /// The target's files, by the cheapest way that needs no new session; where there is none, its members fail with a hint. With a session:
    /// <see cref="IDebugSession.Files"/>.
    /// </summary>
    IContainerFiles Files(Target target);

    /// <summary>Starts a process in the target itself, which must have the program.</summary>
    /// <exception cref="DebugDeckException">NotFound: the program does not exist. NotPermitted. Failed: the target does not run.</exception>
    Task<IRemoteProcess> RunInTargetAsync(Target target, RemoteCommand command, CancellationToken cancellationToken);

    /// <summary>The target's log, oldest line first; with <see cref="LogRequest.Follow"/> until cancelled or the target is removed.</summary>
    IAsyncEnumerable<LogLine> LogsAsync(Target target, LogRequest request, CancellationToken cancellationToken);

    /// <summary>How a debug container would be started for the target. Creates nothing.</summary>
    Task<DebugPlan> PlanAsync(Target target, DebugRequest request, CancellationToken cancellationToken);

    /// <summary>Starts what the plan says. <paramref name="progress"/> hears what is being waited for, in words.</summary>
    Task<IDebugSession> StartAsync(DebugPlan plan, IProgress<string> progress, CancellationToken cancellationToken);

    /// <summary>The debug containers of ours that run on this host, whichever machine started them.</summary>
    Task<IReadOnlyList<DebugSessionInfo>> SessionsAsync(CancellationToken cancellationToken);

    /// <summary>Ends and removes one.</summary>
    /// <exception cref="DebugDeckException">NotFound: no session of ours has that id.</exception>
    Task EndSessionAsync(string sessionId, CancellationToken cancellationToken);
}
