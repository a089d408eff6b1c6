using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;
using DebugDeck.Core.Shells;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>A shell in the target itself: nothing is added to the pod, so it comes first where there is a shell.</summary>
internal static class ExecDraft
{
    /// <returns>Null if the target has no shell, or nothing says that it has one, or something else was asked for.</returns>
    public static DraftCandidate? For(PodFacts facts, DebugRequest request, ShellFinding shell, IReadOnlyList<AccessAnswer> permissions, string context)
    {
        if (shell.Verdict != ShellVerdict.Yes || request.Profile is not (DebugProfiles.Auto or "") || request.Toolbox != ToolboxCatalog.Busybox)
        {
            return null;
        }

        var refused = permissions.Where(answer => answer is { Resource: "pods/exec", Allowed: false }).Select(answer => answer.Verb).ToList();
        var access = new ProcessAccess(facts.Rights, facts.Rights);
        return new DraftCandidate(
            new PlanCandidate
            {
                Technique = DebugTechnique.Exec,
                Profile = "",
                User = facts.Identity.ToString(),
                Accepted = !refused.Contains("create"),
                ServerMessage = refused.Count == 0 ? "" : $"{string.Join(" and ", refused)} on pods/exec {(refused.Count == 1 ? "is" : "are")} not allowed in {facts.Namespace}",
                Sees = new Visibility(true, true, true, access.MayCapture),
                Notes = [$"the target has a shell ({shell.Path ?? "sh"}), and it has only the tools of its own image"],
            },
            Manifest: null,
            KubectlDebug.Exec(context, facts, shell.Path ?? "sh"));
    }
}
