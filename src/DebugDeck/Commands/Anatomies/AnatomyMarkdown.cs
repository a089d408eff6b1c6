using System.Text;
using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Summary;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Text;

namespace DebugDeck.Commands.Anatomies;

/// <summary>An anatomy for a ticket or a wiki.</summary>
internal static class AnatomyMarkdown
{
    public static string Render(TargetAnatomy anatomy)
    {
        var text = new StringBuilder($"# Anatomy of {MarkdownText.Plain(anatomy.Address)}\n\n| | | sure | rests on |\n|---|---|---|---|\n");
        foreach (var row in AnatomySummary.Of(anatomy))
        {
            text.Append($"| {row.Label} | {MarkdownText.Plain(row.Value)} | {(row.Value == AnatomyRow.Unknown ? "" : row.Confidence.ToString().ToLowerInvariant())} | {string.Join("<br>", row.Evidence.Select(Line))} |\n");
        }

        if (anatomy.Findings.Count > 0)
        {
            text.Append("\n## Findings\n");
        }

        foreach (var finding in anatomy.Findings)
        {
            text.Append($"\n### {finding.Severity}: {MarkdownText.Plain(finding.Title)}\n\n{MarkdownText.Plain(finding.Explanation)}\n\n");
            foreach (var evidence in finding.Evidence)
            {
                text.Append($"- {Line(evidence)}\n");
            }

            foreach (var fix in finding.Fixes)
            {
                text.Append($"\n{(fix.Kind == FixKind.Immediate ? "Now" : "For good")}: {fix.Title}\n\n{Fence(fix.Language, fix.Text)}");
            }
        }

        text.Append("\n## How to debug it\n");
        foreach (var way in anatomy.WaysIn)
        {
            text.Append($"\n{way.Title} ({MarkdownText.Plain(way.Why)}):\n\n{Fence("shell", way.Command)}");
        }

        foreach (var missing in anatomy.Missing)
        {
            text.Append($"\n> {MarkdownText.Plain(missing)}\n");
        }

        return text.ToString();
    }

    private static string Line(Evidence evidence) => MarkdownText.Plain($"{evidence.Source}{(evidence.Path is { } path ? $" {path}" : "")}: {evidence.Detail}");

    private static string Fence(string language, string text) => $"```{language}\n{string.Join('\n', text.Split('\n').Select(line => VisibleText.Escape(line)))}\n```\n";
}
