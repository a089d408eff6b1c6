using System.Globalization;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;

namespace DebugDeck.Docker.Sessions;

/// <summary>The one way that an engine takes, in the terms of plans that choose between several.</summary>
internal static class EngineCandidate
{
    public static PlanCandidate For(DebugPlan plan)
    {
        var isCopy = plan.Technique == DebugTechnique.Copy;
        var identity = Identity(plan.User);
        return new PlanCandidate
        {
            Technique = plan.Technique,
            Profile = DebugProfiles.Auto,
            Security = new DebugSecurity { RunAsUser = identity.UserId, RunAsGroup = identity.GroupId, AddedCapabilities = plan.Capabilities },
            User = plan.User,
            // Engines know neither permissions nor admission: whoever reaches one may do everything.
            Accepted = true,
            // A copy is a run of its own: the target's processes are not in it. Only root may capture, and a name is no number.
            Sees = new Visibility(true, true, !isCopy, identity.UserId is { } user ? user == 0 : null),
        };
    }

    /// <summary>The user of a container's configuration: <c>65532:65532</c>, <c>nobody</c>, empty for root. Names are resolved in the image only.</summary>
    public static TargetIdentity Identity(string? configured)
    {
        var parts = (configured is { Length: > 0 } ? configured : "0:0").Split(':');
        return Number(parts[0]) is { } user
            ? new TargetIdentity(user, parts.Length > 1 ? Number(parts[1]) : user == 0 ? 0 : null, "image config")
            : TargetIdentity.Unknown;
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
