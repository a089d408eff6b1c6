using DebugDeck.Core.Targets;

namespace DebugDeck.Core.Shells;

/// <summary>What an image's reference lets one expect of its shell. Never more than "likely".</summary>
public static class ShellReference
{
    // Families whose usual images have no shell; their variants that have one say so in the tag.
    private static readonly string[] WithoutShell = ["distroless", "wolfi", "ubuntu-chiselled", "dhi"];
    private static readonly string[] Variants = ["debug", "-dev", "busybox", "wolfi-base"];

    /// <summary>The finding; unknown, with the reason, where the reference says nothing.</summary>
    public static ShellFinding Judge(Target target)
    {
        var family = target.Family;
        var isVariant = Variants.Any(word => target.Image.Contains(word, StringComparison.OrdinalIgnoreCase));
        return !isVariant && WithoutShell.Contains(family.Id)
            ? new ShellFinding(ShellVerdict.LikelyNo, null, [$"the family of its image is {family.Id}: {family.Why}", "nothing has been looked at"])
            : new ShellFinding(ShellVerdict.Unknown, null, ["its image has not been looked at, and a cluster does not show files from outside"]);
    }
}
