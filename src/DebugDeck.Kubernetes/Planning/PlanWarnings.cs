using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>What a user should know before saying yes.</summary>
internal static class PlanWarnings
{
    public static IReadOnlyList<string> For(PodFacts facts, PlanCandidate? chosen, Toolbox toolbox, IReadOnlyList<AccessAnswer> permissions, bool reuses) =>
    [
        .. chosen?.Technique == DebugTechnique.Ephemeral && !reuses ? [Irreversible] : Array.Empty<string>(),
        .. Failures(facts, toolbox),
        .. Pod(facts, chosen),
        .. Limits(facts, chosen),
        .. Permissions(permissions),
        .. chosen?.ServerWarnings ?? [],
    ];

    private const string Irreversible = "an ephemeral container can never be removed from its pod: it ends itself, and stays listed there as long as the pod lives";

    private static IEnumerable<string> Failures(PodFacts facts, Toolbox toolbox) => facts.Failed.Select(failed =>
        $"debug container {failed.Name} ({failed.Image}) never ran: {Sentence(failed)}"
        + (failed.Image == toolbox.Image ? "; another one with the same image will hardly fare better" : ""));

    private static IEnumerable<string> Pod(PodFacts facts, PlanCandidate? chosen)
    {
        if (facts.HostProcesses)
        {
            yield return "the pod shares the node's process namespace: every process of the node is visible, and killing one hits the node";
        }
        else if (facts.SharesProcesses)
        {
            yield return "the pod's containers share one process namespace: which process is the target's own is found when the session starts";
        }

        if (facts.OwnUsers && chosen?.Technique == DebugTechnique.Ephemeral)
        {
            yield return "the pod has a user namespace of its own (hostUsers: false): some container runtimes cannot start debug containers in it";
        }

        if (facts.IsStatic)
        {
            yield return "the pod is static (its node reads it from a file): it takes no ephemeral containers";
        }
    }

    private static IEnumerable<string> Limits(PodFacts facts, PlanCandidate? chosen)
    {
        if (chosen is { Technique: DebugTechnique.Ephemeral, Sees.Files: not true })
        {
            yield return chosen.Notes.Count > 0 ? $"the target's files will not be visible: {chosen.Notes[^1]}" : "the target's files will not be visible";
        }
        else if (chosen is { Technique: DebugTechnique.Ephemeral, Profile: DebugProfiles.Baseline or DebugProfiles.Root } && facts.Identity.UserId == 0)
        {
            yield return "the target is started as root; if its program changes its user by itself, only --profile general sees its files";
        }
    }

    private static IEnumerable<string> Permissions(IReadOnlyList<AccessAnswer> permissions)
    {
        if (permissions.Any(answer => answer is { Verb: "get", Resource: "pods/exec", Allowed: false })
            && permissions.Any(answer => answer is { Verb: "create", Resource: "pods/exec", Allowed: true }))
        {
            yield return "you may create but not get pods/exec, which a web socket needs since Kubernetes 1.35: the installed kubectl is used instead; "
                + $"to do without it, ask for\n{RoleRules.Rule("pods/exec", ["get", "create"])}";
        }
    }

    private static string Sentence(FailedAttempt failed) => failed.Message.Length == 0 ? failed.Reason : $"{failed.Reason}: {failed.Message}";
}
