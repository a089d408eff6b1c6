using DebugDeck.Core.Debugging;

namespace DebugDeck.Commands;

/// <summary>How a plan gets to its target, in a sentence; the screens say the same.</summary>
internal static class PlanTechnique
{
    public static string Words(DebugPlan plan) => plan.Technique switch
    {
        DebugTechnique.Sidecar => "sidecar: a second container beside the running target",
        DebugTechnique.Exec => "exec: a shell in the target itself, which has one",
        DebugTechnique.Ephemeral when plan is { Reuses: { } running, MayReuse: true } => $"ephemeral: debug container {running}, which runs already, is used again",
        DebugTechnique.Ephemeral => $"ephemeral: debug container {plan.ContainerName} is added to the pod, profile {plan.Chosen?.Profile}",
        DebugTechnique.Copy when plan.PodName is { } pod => $"copy: pod {pod} is started like the target, with the tools beside its files and a program that waits; it is deleted at the end",
        _ => "copy: the target does not run, so its image is started again with the tools beside it and its entry point replaced",
    };
}
