using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;
using DebugDeck.Kubernetes.Connection;

namespace DebugDeck.Kubernetes.Details;

/// <summary>Asks the API server for all it knows about one container of a pod.</summary>
internal sealed class PodDetails(KubeConnection connection)
{
    public Task<TargetDetails> ReadAsync(Target target, CancellationToken cancellationToken) =>
        Task.FromResult(new TargetDetails { Target = target, Missing = [$"{connection.Context.Name} has not been asked"] });
}
