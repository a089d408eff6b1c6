using DebugDeck.Core.Debugging.Planning;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>Which of the ways wins: the first that the server takes, that starts, and that gives what is asked for.</summary>
internal static class PlanChoice
{
    /// <param name="drafts">Least privilege first, each with the server's answer.</param>
    /// <param name="permissions">What the user may do; empty if the server does not say.</param>
    /// <param name="isProfileAsked">The user named a profile: then it is started even if it will see no files.</param>
    public static DraftCandidate? Of(IReadOnlyList<DraftCandidate> drafts, IReadOnlyList<AccessAnswer> permissions, bool isProfileAsked)
    {
        if (permissions.Any(answer => answer is { Verb: "create", Resource: "pods/exec", Allowed: false }))
        {
            // Nothing could be run in what was started.
            return null;
        }

        var possible = drafts.Where(draft => draft.Candidate.Accepted == true && draft.Starts).ToList();
        return isProfileAsked
            ? possible.FirstOrDefault()
            : possible.Find(draft => draft.Candidate.Sees.Files == true) ?? possible.Find(draft => draft.Candidate.Sees.Files is null);
    }
}
