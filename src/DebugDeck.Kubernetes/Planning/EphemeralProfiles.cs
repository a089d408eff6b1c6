using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>The security contexts to try for a running target, least privilege first.</summary>
internal static class EphemeralProfiles
{
    /// <summary>The user of most images without a shell; a guess where nobody tells the target's.</summary>
    private const long Nonroot = 65532;

    public static IEnumerable<(string Profile, DebugSecurity? Security)> For(PodFacts facts, DebugRequest request)
    {
        if (request.Profile is not (DebugProfiles.Auto or ""))
        {
            yield return (request.Profile, request.Profile == DebugProfiles.RestrictedName ? Restricted(facts.Identity) : DebugProfiles.Named(request.Profile));
            yield break;
        }

        yield return (DebugProfiles.RestrictedName, Restricted(facts.Identity));
        yield return (DebugProfiles.Baseline, DebugProfiles.Named(DebugProfiles.Baseline));
        yield return (DebugProfiles.Root, DebugProfiles.Named(DebugProfiles.Root));
        yield return (DebugProfiles.General, DebugProfiles.Named(DebugProfiles.General));
        if (TakesRootAway(facts.PodSecurity))
        {
            // kubectl's general would run as the pod's user, who gets nothing of what is added.
            yield return (DebugProfiles.General, DebugProfiles.AsRoot(DebugProfiles.Named(DebugProfiles.General)!));
        }
    }

    /// <summary>The pod's own settings make a container that asks for nothing run as somebody else than root, or not at all.</summary>
    public static bool TakesRootAway(PodSecurityDefaults pod) => pod.RunAsUser is not (null or 0) || pod.RunAsNonRoot == true;

    // As root it would never start, and as nobody in particular it shares at least network and process list.
    private static DebugSecurity Restricted(TargetIdentity target) =>
        target.UserId is { } user and not 0 ? DebugProfiles.Restricted(user, target.GroupId) : DebugProfiles.Restricted(Nonroot, Nonroot);
}
