using DebugDeck.Core.Anatomy.Families;

namespace DebugDeck.Core.Anatomy;

/// <summary>The family of a base image as far as its reference tells without looking inside.</summary>
/// <param name="Id">The family's id, or <c>?</c>.</param>
/// <param name="Why">What the guess rests on; empty if there is none.</param>
public sealed record FamilyGuess(string Id, string Why)
{
    private static readonly (FamilyRule Rule, Sign Sign)[] Telling =
        [.. FamilyRules.All.SelectMany(rule => rule.Hints.Where(hint => hint.Kind == SignKind.Reference).Select(hint => (rule, hint)))];

    public static FamilyGuess Unknown { get; } = new("?", "");

    /// <summary>For a column of a table.</summary>
    public string ColumnName { get; init; } = Id;

    /// <summary>Looks at the words of an image reference.</summary>
    public static FamilyGuess FromReference(string reference)
    {
        var clues = new ImageClues(Files.Capture.FileCapture.Empty, reference);
        foreach (var (rule, sign) in Telling)
        {
            if (sign.Find(clues) is { } evidence)
            {
                return new FamilyGuess(rule.Id, $"the reference {evidence.Detail}") { ColumnName = rule.ColumnName };
            }
        }

        return Unknown;
    }
}
