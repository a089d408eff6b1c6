using DebugDeck.Core.Debugging;

namespace DebugDeck.Kubernetes.Sessions;

/// <summary>What a shell says before its first prompt.</summary>
internal static class PodGreeting
{
    public static IReadOnlyList<string> For(DebugPlan plan) => plan.Technique switch
    {
        DebugTechnique.Copy =>
        [
            $"This is a COPY of {plan.Target.Name}: same image, user, environment and volumes. Its files are in {plan.TargetRoot} ($TARGET), the tools in {PodDebugSession.ToolFolder}.",
            $"Leaving this shell neither starts nor stops {plan.Target.Name}.",
        ],
        DebugTechnique.Exec =>
        [
            $"This shell runs in {plan.Target.Name} itself: what you change is changed in the target.",
            $"Leaving this shell does not stop {plan.Target.Name}.",
        ],
        _ =>
        [
            $"The files of {plan.Target.Name} are in {plan.TargetRoot}, for short $TARGET. This shell shares its processes and network.",
            $"Leaving this shell does not stop {plan.Target.Name}.",
        ],
    };
}
