using DebugDeck.Core.Debugging;
using DebugDeck.Core.Targets;

namespace DebugDeck.TestKit;

/// <summary>The plans that a <see cref="FakeHost"/> makes.</summary>
public static class FakePlan
{
    /// <summary>A sidecar of the usual kind.</summary>
    public static DebugPlan Sidecar(Target target, DebugRequest request) => new()
    {
        Target = target,
        Technique = DebugTechnique.Sidecar,
        Toolbox = new Toolbox(request.Toolbox, $"{request.Toolbox}:latest"),
        TimeLimit = request.TimeLimit,
        User = "0:0",
        Capabilities = ["SYS_PTRACE"],
        SharedNamespaces = ["pid", "network"],
        TargetRoot = "/proc/1/root",
        EquivalentCommand = $"docker run --rm -it --pid=container:{target.Name} --network=container:{target.Name} {request.Toolbox}:latest sh",
    };
}
