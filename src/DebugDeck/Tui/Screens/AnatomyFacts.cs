using System.Globalization;
using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Summary;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>What a target is made of, and what follows; what each line rests on is unfolded on demand.</summary>
internal static class AnatomyFacts
{
    // What the lines above say already.
    private static readonly string[] SaidAlready = ["image", "digest"];

    /// <summary>Beside the table: what is known of the image without looking at this very container.</summary>
    public static void Add(LabelledText text, BaseSummary known)
    {
        if (known.Rows.Any(IsKnown))
        {
            text.Heading("ANATOMY");
            Rows(text, known.Rows, withEvidence: false);
        }
    }

    /// <summary>On a page of its own.</summary>
    public static void Add(LabelledText text, DetailsPage page)
    {
        text.Heading("ANATOMY");
        if (page.Anatomy is not { } anatomy)
        {
            if (page.AnatomyProblem is { } problem)
            {
                text.Problem("it could not be told", problem);
            }
            else
            {
                text.Sentence("finding out what it is made of", Tone.Dim);
            }

            return;
        }

        Rows(text, [.. AnatomySummary.Of(anatomy).Where(row => !SaidAlready.Contains(row.Label))], page.WithEvidence);
        Notes(text, anatomy);
        if (!page.WithEvidence)
        {
            text.Sentence("e shows what this rests on", Tone.Dim);
        }

        Findings(text, anatomy.Findings, page.WithEvidence);
    }

    private static void Rows(LabelledText text, IReadOnlyList<AnatomyRow> rows, bool withEvidence)
    {
        foreach (var row in rows.Where(row => withEvidence || IsKnown(row)))
        {
            text.Value(row.Label, row.Mark + row.Value, !IsKnown(row) || row.Confidence < Confidence.High ? Tone.Dim : Tone.Normal);
            if (withEvidence)
            {
                Evidence(text, row.Evidence);
            }
        }
    }

    private static void Findings(LabelledText text, IReadOnlyList<Finding> findings, bool withEvidence)
    {
        if (findings.Count == 0)
        {
            return;
        }

        text.Heading("WHAT FOLLOWS");
        foreach (var finding in findings)
        {
            text.Sentence(finding.Title, ToneOf(finding.Severity), finding.Severity switch { Severity.Problem => "!! ", Severity.Warning => "!  ", _ => "-  " });
            if (!withEvidence)
            {
                continue;
            }

            text.Sentence(finding.Explanation, Tone.Normal, "   ");
            Evidence(text, finding.Evidence);
            foreach (var fix in finding.Fixes)
            {
                text.Sentence($"{(fix.Kind == FixKind.Immediate ? "now" : "for good")}: {fix.Title}", Tone.Normal, "   ");
                text.Command(fix.Text);
            }
        }
    }

    private static void Notes(LabelledText text, TargetAnatomy anatomy)
    {
        if (anatomy.RememberedFrom is { } at)
        {
            text.Sentence(string.Create(CultureInfo.InvariantCulture, $"the files of this image were looked at {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC, not now"), Tone.Dim, "? ");
        }
        else if (!anatomy.HasFiles)
        {
            text.Sentence("no file was looked at: this is what the image's name and the host tell", Tone.Warn, "? ");
        }

        foreach (var missing in anatomy.Missing)
        {
            text.Sentence(missing, Tone.Dim, "? ");
        }
    }

    private static void Evidence(LabelledText text, IEnumerable<Evidence> evidence)
    {
        foreach (var one in evidence)
        {
            text.Sentence($"{one.Source}{(one.Path is { } path ? $" {path}" : "")}: {one.Detail}", Tone.Dim, "   - ");
        }
    }

    private static bool IsKnown(AnatomyRow row) => row.Value != AnatomyRow.Unknown;

    private static Tone ToneOf(Severity severity) => severity switch
    {
        Severity.Problem => Tone.Bad,
        Severity.Warning => Tone.Warn,
        Severity.Ok => Tone.Good,
        _ => Tone.Normal,
    };
}
