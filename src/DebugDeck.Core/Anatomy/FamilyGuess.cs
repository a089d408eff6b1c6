namespace DebugDeck.Core.Anatomy;

/// <summary>The family of a base image as far as its reference tells without looking inside.</summary>
/// <param name="Id">A short name for the table (<c>alpine</c>, <c>distroless</c>), or <c>?</c>.</param>
/// <param name="Why">What the guess rests on; empty if there is none.</param>
public sealed record FamilyGuess(string Id, string Why)
{
    public static FamilyGuess Unknown { get; } = new("?", "");

    // Only references that say it outright. Order matters: a distroless image of Microsoft's carries both words.
    private static readonly (string Part, string Id)[] Telling =
    [
        ("distroless", "distroless"),
        ("chiseled", "chiselled"),
        ("cgr.dev/", "wolfi"),
        ("chainguard/", "wolfi"),
        ("wolfi", "wolfi"),
        ("dhi.io/", "hardened"),
        ("ubi-micro", "ubi-micro"),
        ("ubi-minimal", "ubi-minimal"),
        ("ubi-init", "ubi-init"),
        ("/ubi", "ubi"),
        ("alpine", "alpine"),
        ("slim", "debian-slim"),
        ("busybox", "busybox"),
        ("debian", "debian"),
        ("bookworm", "debian"),
        ("trixie", "debian"),
        ("ubuntu", "ubuntu"),
        ("noble", "ubuntu"),
        ("jammy", "ubuntu"),
    ];

    /// <summary>Looks at the words of an image reference.</summary>
    public static FamilyGuess FromReference(string reference)
    {
        // A digest says nothing in words, and hex may spell anything.
        var digest = reference.IndexOf('@', StringComparison.Ordinal);
        var words = digest < 0 ? reference : reference[..digest];
        foreach (var (part, id) in Telling)
        {
            if (words.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return new FamilyGuess(id, $"the reference '{reference}' contains '{part}'");
            }
        }

        return Unknown;
    }
}
