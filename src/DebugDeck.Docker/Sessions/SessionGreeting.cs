using DebugDeck.Core.Debugging;

namespace DebugDeck.Docker.Sessions;

/// <summary>What a shell says before its first prompt.</summary>
internal static class SessionGreeting
{
    public static IReadOnlyList<string> For(DebugPlan plan) => plan.Technique == DebugTechnique.Copy
        ?
        [
            $"This is a COPY of {plan.Target.Name}: same image, user, environment and volumes. Its files are in {plan.TargetRoot} ($TARGET), the tools in {SessionContainer.ToolFolder}.",
            $"Leaving this shell neither starts nor stops {plan.Target.Name}.",
        ]
        :
        [
            $"The files of {plan.Target.Name} are in {plan.TargetRoot}, for short $TARGET. This shell shares its processes and network.",
            $"Leaving this shell does not stop {plan.Target.Name}.",
        ];
}
