using DebugDeck.Core.Anatomy.Families;
using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.Summary;

/// <summary>What an image is built on, in the few words that a row of a list has room for.</summary>
/// <param name="FamilyId">The family's id; <c>?</c> where nothing tells.</param>
/// <param name="Confidence">How sure that is: high only if the files were looked at.</param>
public sealed record BaseSummary(string FamilyId, Confidence Confidence)
{
    private const string LikelyMark = "~";

    public static BaseSummary Unknown { get; } = new(AnatomyRow.Unknown, Confidence.None);

    /// <summary>For a column of a table, a <c>~</c> before what is only likely.</summary>
    public string Family { get; init; } = AnatomyRow.Unknown;

    /// <summary>Kind and version (<c>glibc 2.36</c>, <c>none</c>), a <c>~</c> before what is only likely; <c>?</c> where nothing tells.</summary>
    public string Libc { get; init; } = AnatomyRow.Unknown;

    /// <summary>The files were looked at, now or earlier.</summary>
    public bool IsSeen { get; init; }

    /// <summary>What else was found that holds for every container of the image; empty if nobody has looked.</summary>
    public IReadOnlyList<AnatomyRow> Rows { get; init; } = [];

    /// <summary>What a look at an image's files found.</summary>
    public static BaseSummary Of(ImageLook look) => new(look.Family.Id == FamilyFact.UnknownId ? AnatomyRow.Unknown : look.Family.Id, look.Family.Confidence)
    {
        Family = look.Family.Id == FamilyFact.UnknownId ? AnatomyRow.Unknown : Marked(look.Family.ColumnName, look.Family.Confidence),
        Libc = Marked(AnatomySummary.LibcText(look.Readings.Libc), look.Readings.Libc.Confidence),
        IsSeen = true,
        Rows = AnatomySummary.Of(look),
    };

    /// <summary>What the reference alone gives away. Cheap enough for every row of a table.</summary>
    public static BaseSummary FromReference(string reference)
    {
        var guess = FamilyGuess.FromReference(reference);
        if (guess.Why.Length == 0)
        {
            return Unknown;
        }

        var libc = Expectation.LibcOf(guess.Id, variant: null);
        return new BaseSummary(guess.Id, Confidence.Low)
        {
            Family = LikelyMark + guess.ColumnName,
            Libc = libc == LibcKind.Unknown ? AnatomyRow.Unknown : LikelyMark + AnatomySummary.LibcText(new Libc { Kind = libc }),
        };
    }

    private static string Marked(string text, Confidence confidence) => text == AnatomyRow.Unknown || confidence == Confidence.High ? text : LikelyMark + text;
}
