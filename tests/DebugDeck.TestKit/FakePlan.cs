using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;
using DebugDeck.Core.Targets;

namespace DebugDeck.TestKit;

/// <summary>The plans that a <see cref="FakeHost"/> makes.</summary>
public static class FakePlan
{
    private static readonly PlanCandidate Root = new()
    {
        Technique = DebugTechnique.Sidecar,
        Profile = "auto",
        Security = new DebugSecurity { RunAsUser = 0, RunAsGroup = 0, AddedCapabilities = ["SYS_PTRACE"] },
        User = "0:0",
        Accepted = true,
        Sees = Visibility.Everything,
    };

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
        Candidates = [Root],
        Chosen = Root,
    };

    /// <summary>A debug container for a pod of a namespace that enforces <c>baseline</c>.</summary>
    public static DebugPlan Ephemeral(Target target, DebugRequest request)
    {
        var chosen = new PlanCandidate
        {
            Technique = DebugTechnique.Ephemeral,
            Profile = "restricted",
            Security = DebugProfiles.Restricted(65532, 65532),
            User = "65532:65532",
            Accepted = true,
            Sees = new Visibility(true, true, true, false),
            Notes = ["it reads the files that the target itself may read"],
        };
        var baseline = new PlanCandidate
        {
            Technique = DebugTechnique.Ephemeral,
            Profile = "baseline",
            User = "0:0",
            Accepted = true,
            Sees = new Visibility(false, false, true, true),
            Notes = ["it runs as 0:0 and the target as 65532:65532: only the same user and group, or SYS_PTRACE, may look at its files"],
        };
        var general = new PlanCandidate
        {
            Technique = DebugTechnique.Ephemeral,
            Profile = "general",
            Security = DebugProfiles.Named("general"),
            User = "0:0",
            Accepted = false,
            ServerMessage = $"pods \"{target.Name}\" is forbidden: violates PodSecurity \"baseline:latest\": non-default capabilities (container \"debugdeck-x7k2p\" must not include \"SYS_PTRACE\" in securityContext.capabilities.add)",
            Sees = Visibility.Everything,
        };
        return new DebugPlan
        {
            Target = target,
            Technique = DebugTechnique.Ephemeral,
            Toolbox = new Toolbox(request.Toolbox, $"docker.io/library/{request.Toolbox}:latest"),
            TimeLimit = request.TimeLimit,
            User = "65532:65532",
            SharedNamespaces = ["pid", "network"],
            TargetRoot = "/proc/1/root",
            EquivalentCommand = "printf %s '{\"securityContext\":{\"runAsUser\":65532,\"runAsGroup\":65532}}' > debugdeck-custom.json && "
                + $"kubectl --context prod -n shop debug -it {target.Name} --image=docker.io/library/{request.Toolbox}:latest --image-pull-policy=IfNotPresent --target=app -c debugdeck-x7k2p --profile=restricted --custom=debugdeck-custom.json -- sh",
            Identity = new TargetIdentity(65532, 65532, "status"),
            NamespacePolicy = "baseline",
            Permissions =
            [
                new AccessAnswer("patch", "pods/ephemeralcontainers", true),
                new AccessAnswer("get", "pods/exec", true),
                new AccessAnswer("create", "pods/exec", true),
                new AccessAnswer("get", "pods/log", true),
                new AccessAnswer("create", "pods", false),
                new AccessAnswer("delete", "pods", false),
            ],
            Candidates = [chosen, baseline, general],
            Chosen = chosen,
            ContainerName = "debugdeck-x7k2p",
            Manifest = """{"spec":{"ephemeralContainers":[{"name":"debugdeck-x7k2p","image":"docker.io/library/busybox:latest","targetContainerName":"app","securityContext":{"runAsUser":65532,"runAsGroup":65532}}]}}""",
            Warnings = ["an ephemeral container can never be removed from its pod: it ends itself, and stays listed there as long as the pod lives"],
        };
    }

    /// <summary>The plan of somebody who may only read.</summary>
    public static DebugPlan Refused(Target target, DebugRequest request)
    {
        var plan = Ephemeral(target, request);
        var message = $"pods \"{target.Name}\" is forbidden: User \"readonly\" cannot patch resource \"pods/ephemeralcontainers\" in API group \"\" in the namespace \"shop\"";
        return plan with
        {
            User = "",
            Permissions = [.. plan.Permissions.Select(answer => answer with { Allowed = answer.Resource == "pods/log" })],
            Candidates = [.. plan.Candidates.Select(candidate => candidate with { Accepted = false, ServerMessage = message })],
            Chosen = null,
            ContainerName = null,
            Manifest = null,
            EquivalentCommand = "",
            Warnings = [],
            Advice =
            [
                """
                ask an administrator of shop for this Role:
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata:
                  name: debugdeck
                  namespace: shop
                rules:
                - apiGroups: [""]
                  resources: ["pods/ephemeralcontainers"]
                  verbs: ["patch"]
                - apiGroups: [""]
                  resources: ["pods/exec"]
                  verbs: ["get", "create"]
                """,
                $"without it: `debugdeck logs pod/{target.Name}/app`, `debugdeck triage pod/{target.Name}/app`, `kubectl describe pod {target.Name}`",
            ],
        };
    }
}
