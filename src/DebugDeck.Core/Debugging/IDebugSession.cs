using DebugDeck.Core.Files;

namespace DebugDeck.Core.Debugging;

/// <summary>
/// A debug container that is running for a target, and the ways to use it. Disposing lets go of it and leaves it running for the next use;
/// <see cref="EndAsync"/> ends and removes it.
/// </summary>
public interface IDebugSession : IAsyncDisposable
{
    DebugSessionInfo Info { get; }

    DebugPlan Plan { get; }

    /// <summary>The target's files, as the session sees them.</summary>
    IContainerFiles Files { get; }

    /// <summary>The command of the interactive shell that says where the target's files are before its first prompt.</summary>
    RemoteCommand Shell { get; }

    /// <summary>Wraps a user's command so that it finds <c>$TARGET</c> and the toolbox's PATH.</summary>
    RemoteCommand Command(IReadOnlyList<string> arguments);

    /// <summary>Starts a process in the debug container.</summary>
    Task<IRemoteProcess> RunAsync(RemoteCommand command, CancellationToken cancellationToken);

    /// <summary>Ends and removes the debug container.</summary>
    Task EndAsync(CancellationToken cancellationToken);
}
