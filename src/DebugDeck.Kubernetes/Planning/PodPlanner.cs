using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Connection;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>Says how a debug container would be started for a target. Creates nothing.</summary>
internal sealed class PodPlanner(KubeConnection connection, ToolboxCatalog toolboxes)
{
    public Task<DebugPlan> PlanAsync(Target target, DebugRequest request, CancellationToken cancellationToken) => throw new DebugDeckException(
        ErrorKind.Failed, $"{toolboxes.Find(request.Toolbox).Image} cannot be started beside pods of {connection.Context.Name} by this version", "use `kubectl debug`");
}
