using System.Text.RegularExpressions;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>Where no way works: what to ask whom for, and what can be done without it.</summary>
internal static partial class PlanAdvice
{
    private static readonly string[] NeededBeside = ["pods/ephemeralcontainers", "pods/exec"];
    private static readonly string[] NeededForCopy = ["pods", "pods/exec"];

    public static IReadOnlyList<string> For(PodFacts facts, IReadOnlyList<DraftCandidate> drafts, IReadOnlyList<AccessAnswer> permissions, string? blocker) =>
    [
        .. blocker is null ? [] : new[] { blocker },
        .. Permission(facts, drafts, permissions),
        .. Policy(facts, drafts),
        .. Blind(drafts),
        Meanwhile(facts, permissions),
    ];

    private static IEnumerable<string> Permission(PodFacts facts, IReadOnlyList<DraftCandidate> drafts, IReadOnlyList<AccessAnswer> permissions)
    {
        var needed = drafts.Any(draft => draft.Candidate.Technique == DebugTechnique.Copy) ? NeededForCopy : NeededBeside;
        var missing = permissions.Where(answer => !answer.Allowed && needed.Contains(answer.Resource)).ToList();
        if (missing.Count > 0)
        {
            yield return $"ask an administrator of {facts.Namespace} for this Role:\n{RoleRules.Role(facts.Namespace, missing.Select(Question))}";
        }
    }

    private static IEnumerable<string> Policy(PodFacts facts, IReadOnlyList<DraftCandidate> drafts)
    {
        var refusals = drafts.Where(draft => draft.Candidate.Accepted == false).Select(draft => draft.Candidate.ServerMessage).ToList();
        if (refusals.Select(message => PodSecurity().Match(message)).FirstOrDefault(match => match.Success) is { } match)
        {
            yield return $"the namespace enforces Pod Security '{match.Groups["level"].Value}': ask its administrator for an exemption, or for a while for the label\n"
                + $"kubectl label namespace {facts.Namespace} pod-security.kubernetes.io/enforce=privileged --overwrite";
        }
        else if (refusals.Find(message => message.Contains("admission webhook", StringComparison.Ordinal)) is { } webhook)
        {
            yield return $"an admission webhook of the cluster refuses: ask whoever runs it for an exception ({webhook})";
        }
    }

    private static IEnumerable<string> Blind(IReadOnlyList<DraftCandidate> drafts) =>
        drafts.FirstOrDefault(draft => draft.Starts && draft.Candidate.Accepted == true && draft.Candidate.Sees.Files == false) is { } blind
            ? [$"for network and processes only, without the target's files: --profile {(blind.Candidate.Profile == DebugProfiles.Root ? DebugProfiles.Baseline : blind.Candidate.Profile)}"]
            : [];

    private static string Meanwhile(PodFacts facts, IReadOnlyList<AccessAnswer> permissions)
    {
        var address = $"pod/{facts.Pod}/{facts.Container} -n {facts.Namespace}";
        var mayReadLogs = permissions.FirstOrDefault(answer => answer.Resource == "pods/log")?.Allowed != false;
        return mayReadLogs
            ? $"without it: `debugdeck logs {address}`{(facts is { HasRun: true, IsRunning: false } ? " (and `--previous`)" : "")}, `debugdeck triage {address}`, `kubectl describe pod {facts.Pod} -n {facts.Namespace}`"
            : $"without it: `kubectl describe pod {facts.Pod} -n {facts.Namespace}` for its state and events";
    }

    public static AccessQuestion Question(AccessAnswer answer) =>
        new(answer.Verb, answer.Resource.Split('/') is [_, var subresource] ? subresource : null);

    [GeneratedRegex("violates PodSecurity \"(?<level>[a-z]+):", RegexOptions.ExplicitCapture)]
    private static partial Regex PodSecurity();
}
