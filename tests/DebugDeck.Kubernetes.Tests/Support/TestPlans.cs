using DebugDeck.Core.Debugging;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Tests.Support;

/// <summary>Plans as the planner makes them, for tests that start something.</summary>
internal static class TestPlans
{
    /// <summary>What the planner chooses beside a target of uid 65532 in a namespace without policy.</summary>
    public const string SameUser = """{"runAsUser":65532,"runAsGroup":65532,"runAsNonRoot":true,"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"seccompProfile":{"type":"RuntimeDefault"}}""";

    /// <summary>kubectl's "general".</summary>
    public const string General = """{"capabilities":{"add":["SYS_PTRACE"]}}""";

    public static DebugPlan Ephemeral(Target target, string security = General, string image = "busybox:1.36", TimeSpan? limit = null, string? script = null)
    {
        var name = PodTargets.DebugContainerPrefix + Guid.NewGuid().ToString("N")[..5];
        var seconds = (int)(limit ?? TimeSpan.FromMinutes(10)).TotalSeconds;
        return new DebugPlan
        {
            Target = target,
            Technique = DebugTechnique.Ephemeral,
            Toolbox = new Toolbox("busybox", image),
            TimeLimit = TimeSpan.FromSeconds(seconds),
            User = "0:0",
            TargetRoot = "/proc/1/root",
            EquivalentCommand = "",
            ContainerName = name,
            Manifest = $$$"""
                {"spec":{"ephemeralContainers":[{
                  "name":"{{{name}}}","image":"{{{image}}}","imagePullPolicy":"IfNotPresent","targetContainerName":"{{{target.Container}}}",
                  "command":["sh","-c","{{{script ?? $"exec sleep {seconds}"}}}"],
                  "env":[{"name":"DEBUGDECK_STARTED_BY","value":"me@here"},{"name":"DEBUGDECK_TIME_LIMIT","value":"{{{seconds}}}"},{"name":"DEBUGDECK_TARGET","value":"{{{target.Container}}}"}],
                  "securityContext":{{{security}}}
                }]}}
                """,
        };
    }

    /// <summary>A copy whose tools are those of the toolbox itself.</summary>
    public static DebugPlan Copy(Target target, string image = "busybox:1.36")
    {
        var name = $"{target.Name}-debugdeck-{Guid.NewGuid().ToString("N")[..5]}";
        return new DebugPlan
        {
            Target = target,
            Technique = DebugTechnique.Copy,
            Toolbox = new Toolbox("busybox", image),
            TimeLimit = TimeSpan.FromMinutes(10),
            User = "0:0",
            TargetRoot = "/",
            EquivalentCommand = "",
            ContainerName = target.Container,
            PodName = name,
            Manifest = $$$"""
                {"apiVersion":"v1","kind":"Pod","metadata":{"name":"{{{name}}}","namespace":"{{{target.Project}}}","labels":{"debugdeck":"copy"},
                 "annotations":{"io.debugdeck.target-address":"{{{target.Address}}}","io.debugdeck.started-by":"me@here","io.debugdeck.time-limit":"600","io.debugdeck.toolbox":"{{{image}}}"}},
                 "spec":{"restartPolicy":"Never","containers":[{"name":"{{{target.Container}}}","image":"{{{image}}}","command":["sh","-c","trap 'exit 0' TERM; sleep 600 & wait"]}]}}
                """,
        };
    }
}
