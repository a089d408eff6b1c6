using System.Globalization;
using System.Text;
using DebugDeck.Core.Playbooks.Triage;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Text;

namespace DebugDeck.Output.Playbooks;

/// <summary>A first look for a person at a terminal.</summary>
internal sealed class TriageText(Palette palette, int? columns, DateTimeOffset now)
{
    public string Render(Target target, TriageReport report)
    {
        var text = new StringBuilder();
        var state = $"{target.State.ToString().ToLowerInvariant()}{(target.Reason is { } reason ? $", {reason}" : "")}{(target.Restarts > 0 && target.Reason?.Contains("restart", StringComparison.Ordinal) != true ? string.Create(CultureInfo.InvariantCulture, $", {target.Restarts} restarts") : "")}";
        text.Append(palette.Paint(VisibleText.Escape(target.Address.ToString()), Ink.Heading)).Append(WordWrap.Paragraph($" {state}", "", columns: null));
        if (report.Symptoms.Count == 0)
        {
            text.Append("\nno known symptom in its state, events and log\n");
        }

        foreach (var match in report.Symptoms)
        {
            text.Append('\n').Append(palette.Paint(VisibleText.Escape(match.Symptom.Title), Ink.Bad))
                .Append(palette.Paint($"  {Times(match)}", Ink.Quiet)).Append('\n')
                .Append(WordWrap.Paragraph(Redaction.Text(match.Example), "  | ", columns));
        }

        if (report.Suggestions.Count > 0)
        {
            text.Append('\n').Append(palette.Paint("Run next", Ink.Heading)).Append('\n');
        }

        foreach (var suggestion in report.Suggestions)
        {
            text.Append(WordWrap.Paragraph(TriageWords.Command(target, suggestion), "  ", columns: null))
                .Append(WordWrap.Paragraph(suggestion.Playbook.Summary.ReplaceLineEndings(" "), "    ", columns));
        }

        foreach (var missing in TriageWords.Missing(report))
        {
            text.Append(WordWrap.Paragraph($"not known: {missing}", "", columns));
        }

        return text.ToString();
    }

    private string Times(SymptomMatch match)
    {
        var times = string.Create(CultureInfo.InvariantCulture, $"{match.Place}, {match.Count} times");
        return match is { Count: > 1, First: { } first, Last: { } last } ? $"{times}, first {Ago(first)} and last {Ago(last)}"
            : match.Last is { } once ? $"{match.Place}, {(match.Count > 1 ? $"{match.Count} times, " : "")}{Ago(once)}"
            : match.Count > 1 ? times : match.Place;
    }

    private string Ago(DateTimeOffset moment) => $"{Duration.Format(now - moment)} ago";
}
