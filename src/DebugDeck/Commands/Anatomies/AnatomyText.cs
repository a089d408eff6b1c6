using System.Globalization;
using System.Text;
using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Knowledge;
using DebugDeck.Core.Anatomy.Summary;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Text;
using DebugDeck.Output;

namespace DebugDeck.Commands.Anatomies;

/// <summary>An anatomy for a terminal.</summary>
internal static class AnatomyText
{
    private const int LabelWidth = 12;

    /// <param name="anatomy">What to show.</param>
    /// <param name="palette">Colours.</param>
    /// <param name="withEvidence">What each line rests on, explanations and fixes as well.</param>
    public static string Render(TargetAnatomy anatomy, Palette palette, bool withEvidence)
    {
        var text = new StringBuilder();
        foreach (var row in AnatomySummary.Of(anatomy).Where(row => row.Value != AnatomyRow.Unknown || withEvidence || row.Evidence.Count > 0 || row.Label is "family" or "shell"))
        {
            text.Append(palette.Paint(row.Label.PadRight(LabelWidth), Ink.Heading)).Append(' ').Append(row.Mark)
                .Append(palette.Paint(VisibleText.Escape(row.Value), row.Value == AnatomyRow.Unknown ? Ink.Quiet : Ink.Plain)).Append('\n');
            if (withEvidence)
            {
                Evidence(text, row.Evidence, palette, new string(' ', LabelWidth + 1));
            }
        }

        Findings(text, anatomy, palette, withEvidence);
        Heading(text, "How to debug it", palette);
        foreach (var way in anatomy.WaysIn)
        {
            text.Append("  ").Append(way.Title).Append(palette.Paint($" ({VisibleText.Escape(way.Why)})", Ink.Quiet)).Append('\n').Append("    ").Append(VisibleText.Escape(way.Command)).Append('\n');
        }

        if (withEvidence && KnowledgeBase.Of(anatomy.Family.Id) is { Traps.Count: > 0 } knowledge)
        {
            Heading(text, $"What people stumble over with {knowledge.Id}", palette);
            foreach (var trap in knowledge.Traps)
            {
                text.Append("  - ").Append(trap).Append('\n');
            }
        }

        Missing(text, anatomy, palette);
        return text.ToString();
    }

    private static void Findings(StringBuilder text, TargetAnatomy anatomy, Palette palette, bool withEvidence)
    {
        if (anatomy.Findings.Count == 0)
        {
            return;
        }

        Heading(text, "Findings", palette);
        foreach (var finding in anatomy.Findings)
        {
            text.Append("  ").Append(palette.Paint(DocumentSeverity(finding.Severity).PadRight(8), InkOf(finding.Severity))).Append(' ').Append(VisibleText.Escape(finding.Title))
                .Append(palette.Paint($"  {finding.Rule}", Ink.Quiet)).Append('\n');
            if (!withEvidence)
            {
                continue;
            }

            text.Append("           ").Append(VisibleText.Escape(finding.Explanation)).Append('\n');
            Evidence(text, finding.Evidence, palette, "           ");
            foreach (var fix in finding.Fixes)
            {
                text.Append("           ").Append(fix.Kind == FixKind.Immediate ? "now: " : "fix: ").Append(fix.Title).Append('\n');
                foreach (var line in fix.Text.TrimEnd('\n').Split('\n'))
                {
                    text.Append("             ").Append(VisibleText.Escape(line)).Append('\n');
                }
            }
        }
    }

    private static void Missing(StringBuilder text, TargetAnatomy anatomy, Palette palette)
    {
        if (anatomy.RememberedFrom is { } at)
        {
            text.Append('\n').Append(palette.Paint("Note", Ink.Attention)).Append(string.Create(CultureInfo.InvariantCulture, $"  the files of this image were looked at {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC, not now\n"));
        }
        else if (!anatomy.HasFiles)
        {
            text.Append('\n').Append(palette.Paint("Note", Ink.Attention)).Append("  no file was looked at: all of this is from the image's name and from what the host says\n");
        }

        foreach (var missing in anatomy.Missing)
        {
            text.Append(palette.Paint("Note", Ink.Attention)).Append("  ").Append(VisibleText.Escape(missing)).Append('\n');
        }
    }

    private static void Evidence(StringBuilder text, IEnumerable<Evidence> evidence, Palette palette, string indent)
    {
        foreach (var one in evidence)
        {
            text.Append(indent).Append(palette.Paint(VisibleText.Escape($"{one.Source}{(one.Path is { } path ? $" {path}" : "")}: {one.Detail}"), Ink.Quiet)).Append('\n');
        }
    }

    private static void Heading(StringBuilder text, string title, Palette palette) => text.Append('\n').Append(palette.Paint(title, Ink.Heading)).Append('\n');

    private static string DocumentSeverity(Severity severity) => severity.ToString().ToLowerInvariant();

    private static Ink InkOf(Severity severity) => severity switch
    {
        Severity.Problem => Ink.Bad,
        Severity.Warning => Ink.Attention,
        Severity.Ok => Ink.Good,
        _ => Ink.Quiet,
    };
}
