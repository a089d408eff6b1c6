using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Families;

/// <summary>One family held against one image: what of its signs was found.</summary>
internal sealed record FamilyCandidate(FamilyRule Rule, IReadOnlyList<Found> Needs, IReadOnlyList<Found> Proof, IReadOnlyList<Found> Against, IReadOnlyList<Found> Hints)
{
    // One file that says what the image is counts once, however many of its lines say so; how the files are laid out cannot be had by editing one.
    private const int ForText = 3;
    private const int ForLayout = 3;
    private const int ForAgainst = -4;
    private const int Enough = 3;

    private const string BaseLabel = "org.opencontainers.image.base.name";

    public bool HasNeeds => Needs.Count == Rule.Needs.Count;

    private bool HasText => Proof.Any(found => found.Kind == SignKind.Text);

    private int Layouts => Proof.Count(found => found.Kind == SignKind.Layout);

    public int Score => (HasText ? ForText : 0) + (Layouts * ForLayout) + (Against.Count * ForAgainst);

    /// <summary>The files are those of the family.</summary>
    public bool IsProven => HasNeeds && Score >= Enough;

    /// <summary>How much of what is not in the files speaks for it.</summary>
    public int HintScore => Hints.Sum(hint => hint.Kind == SignKind.Reference ? 1 : 2);

    /// <summary>How sure the files make it.</summary>
    public Confidence FileConfidence => (HasText, Layouts, Against.Count) switch
    {
        // Both say the same, or the family has nothing that says so in words and all of the rest is as it should be.
        (true, > 0, 0) => Confidence.High,
        (false, > 1, 0) when Rule.Proof.All(sign => sign.Kind == SignKind.Layout) => Confidence.High,
        // A claim without anything to bear it out, where there usually is something.
        (true, 0, _) when Rule.Needs.Count == 0 && Rule.Proof.Any(sign => sign.Kind == SignKind.Layout) => Confidence.Low,
        (_, _, > 0) => Confidence.Low,
        _ => Confidence.Medium,
    };

    /// <summary>Hints alone are medium at best: anybody may have written them.</summary>
    public Confidence HintConfidence => Hints.Select(hint => hint.Kind).Distinct().Count() > 1 || Hints.Any(hint => hint.Kind == SignKind.Config)
        ? Confidence.Medium
        : Confidence.Low;

    /// <summary>Everything that speaks for it, the strongest first.</summary>
    public IReadOnlyList<Evidence> Evidence =>
        [.. Proof.Concat(Needs).Concat(Hints).OrderByDescending(found => found.Kind).Select(found => found.Evidence).Distinct()];

    public static FamilyCandidate Of(FamilyRule rule, ImageClues clues) =>
        new(rule, Found(rule.Needs, clues), Found(rule.Proof, clues), Found(rule.Against, clues), [.. Found(rule.Hints, clues), .. OfBase(rule, clues)]);

    // Builders may note what they built on (OCI image specification, annotations). It is read as a name is, and is worth a label.
    private static IEnumerable<Found> OfBase(FamilyRule rule, ImageClues clues)
    {
        if (clues.Labels.TryGetValue(BaseLabel, out var name))
        {
            var named = new ImageClues(FileCapture.Empty, name);
            if (rule.Hints.Any(hint => hint.Kind == SignKind.Reference && hint.Find(named) is not null))
            {
                yield return new Found(SignKind.Label, new Evidence("label", BaseLabel, name));
            }
        }
    }

    private static List<Found> Found(IReadOnlyList<Sign> signs, ImageClues clues)
    {
        var found = new List<Found>(signs.Count);
        foreach (var sign in signs)
        {
            if (sign.Find(clues) is { } evidence)
            {
                found.Add(new Found(sign.Kind, evidence));
            }
        }

        return found;
    }
}

/// <summary>A sign that is there.</summary>
internal readonly record struct Found(SignKind Kind, Evidence Evidence);
