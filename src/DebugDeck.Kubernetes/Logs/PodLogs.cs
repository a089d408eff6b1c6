using DebugDeck.Core.Errors;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Connection;

namespace DebugDeck.Kubernetes.Logs;

/// <summary>The logs of pods' containers.</summary>
internal sealed class PodLogs(KubeConnection connection)
{
    public IAsyncEnumerable<LogLine> ReadAsync(Target target, LogRequest request, CancellationToken cancellationToken) =>
        throw new DebugDeckException(ErrorKind.Failed, $"logs of pods of {connection.Context.Name} cannot be read by this version", "use `kubectl logs`");
}
