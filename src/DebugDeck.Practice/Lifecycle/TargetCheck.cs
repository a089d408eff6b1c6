namespace DebugDeck.Practice.Lifecycle;

/// <summary>An ephemeral container joins the processes of its target, so the target must have started and must run.</summary>
internal static class TargetCheck
{
    public static void Demand(PodLife pod, ContainerSlot slot)
    {
        if ((string?)slot.Spec["targetContainerName"] is not { Length: > 0 } target)
        {
            return;
        }

        if (pod.Find(target)?.Current is not { } run)
        {
            throw new ContainerConfigException($"unable to find target container {target}");
        }

        if (!run.IsRunning)
        {
            throw new TargetNotRunningException(
                $"failed to generate container spec: failed to apply OCI options: invalid target container: container \"{run.Id}\" is not running - in state CONTAINER_EXITED");
        }
    }
}

/// <summary>The target of an ephemeral container has ended.</summary>
internal sealed class TargetNotRunningException(string message) : ContainerConfigException(message);
