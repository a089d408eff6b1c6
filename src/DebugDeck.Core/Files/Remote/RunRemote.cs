using DebugDeck.Core.Debugging;

namespace DebugDeck.Core.Files.Remote;

/// <summary>Starts a process where the files can be read: in a debug container, or in the target itself.</summary>
public delegate Task<IRemoteProcess> RunRemote(RemoteCommand command, CancellationToken cancellationToken);
