using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Exec;

/// <summary>Starts processes in a pod's containers.</summary>
internal sealed class PodExec(KubeConnection connection)
{
    /// <summary>Starts a process in the target itself.</summary>
    public Task<IRemoteProcess> RunAsync(Target target, RemoteCommand command, CancellationToken cancellationToken) =>
        RunAsync(PodKey.Of(target), command, cancellationToken);

    /// <summary>Starts a process in a container of a pod.</summary>
    public Task<IRemoteProcess> RunAsync(PodKey container, RemoteCommand command, CancellationToken cancellationToken) =>
        throw new DebugDeckException(ErrorKind.Failed, $"processes in pods of {connection.Context.Name} cannot be started by this version", "use `kubectl exec`");
}
