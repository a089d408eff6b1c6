using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>Ephemeral containers for a target that runs.</summary>
internal static class EphemeralDrafts
{
    public static IReadOnlyList<DraftCandidate> For(PodFacts facts, DebugRequest request, Toolbox toolbox, string name, string context, string startedBy)
    {
        // What a toolbox of the user's own runs as, only its image knows; nearly all run as root.
        var image = new TargetIdentity(0, 0, "toolbox");
        return
        [
            .. EphemeralProfiles.For(facts, request).Select(pair =>
            {
                var start = ContainerStart.Predict(pair.Security, facts.PodSecurity, image, facts.RuntimeDefaults);
                var outlook = Outlook.For(start, facts.Rights, pair.Security);
                return new DraftCandidate(
                    new PlanCandidate
                    {
                        Technique = DebugTechnique.Ephemeral,
                        Profile = pair.Profile,
                        Security = pair.Security,
                        User = new TargetIdentity(start.Rights.UserId, start.Rights.GroupId, "").ToString(),
                        Sees = outlook.Sees,
                        Notes = [.. Guess(facts, pair.Profile), .. outlook.Notes],
                    },
                    EphemeralPatch.Write(name, facts, toolbox.Image, pair.Security, request.TimeLimit, startedBy),
                    KubectlDebug.Ephemeral(context, facts, name, toolbox.Image, pair.Profile, pair.Security),
                    start.Refusal is null);
            }),
        ];
    }

    private static IEnumerable<string> Guess(PodFacts facts, string profile) => (profile, facts.Identity.UserId) switch
    {
        (DebugProfiles.RestrictedName, 0) => ["the target runs as root, which restricted forbids: it runs as another user"],
        (DebugProfiles.RestrictedName, null) => ["as whom the target runs is not known: the ids are those of most images without a shell"],
        _ => [],
    };
}
