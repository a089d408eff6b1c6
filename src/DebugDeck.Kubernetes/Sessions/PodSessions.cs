using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Exec;
using DebugDeck.Kubernetes.Inventory;

namespace DebugDeck.Kubernetes.Sessions;

/// <summary>Starts, lists and ends debug containers in pods.</summary>
/// <param name="connection">The cluster.</param>
/// <param name="exec">Starts processes in them.</param>
/// <param name="scope">The namespaces they are looked for in.</param>
internal sealed class PodSessions(KubeConnection connection, PodExec exec, PodScope scope)
{
    public Task<IDebugSession> StartAsync(DebugPlan plan, IProgress<string> progress, CancellationToken cancellationToken) => throw Refusal();

    public Task<IReadOnlyList<DebugSessionInfo>> ListAsync(CancellationToken cancellationToken) => throw Refusal();

    public Task EndAsync(string sessionId, CancellationToken cancellationToken) => throw Refusal();

    private DebugDeckException Refusal() => new(
        ErrorKind.Failed, $"debug containers on {connection.Context.Name} ({scope.Wanted}) cannot be used by this version", "use `kubectl debug`", new InvalidOperationException(exec.ToString()));
}
