using DebugDeck.Core.Errors;
using DebugDeck.Core.Targets;

namespace DebugDeck.Core.Hosts;

/// <summary>A host whose targets live together in pods.</summary>
public interface IPodHost : IContainerHost
{
    /// <summary>All containers of the target's pod, itself among them, in the order they start.</summary>
    /// <exception cref="DebugDeckException">NotFound: the pod is gone.</exception>
    Task<IReadOnlyList<Target>> PodAsync(Target target, CancellationToken cancellationToken);
}
