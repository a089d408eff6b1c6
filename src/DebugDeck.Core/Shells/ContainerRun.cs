using DebugDeck.Core.Targets;

namespace DebugDeck.Core.Shells;

/// <summary>One run of one container: a look at its folders never holds beyond it.</summary>
/// <param name="ContainerId">The container.</param>
/// <param name="StartedAt">The start of the run; null before the first.</param>
public sealed record ContainerRun(string ContainerId, DateTimeOffset? StartedAt)
{
    /// <summary>The present run of a target; null if the inventory does not say when it began.</summary>
    public static ContainerRun? Of(Target target) =>
        target.StartedAt is null && target.State != ContainerState.Created ? null : new ContainerRun(target.Id, target.StartedAt);
}
