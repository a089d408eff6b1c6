using System.Globalization;
using System.Text;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Playbooks.Running;
using DebugDeck.Core.Text;

namespace DebugDeck.Output.Playbooks;

/// <summary>A run for an incident's ticket: what was found first, what was looked at behind it.</summary>
internal static class RunMarkdown
{
    public static string Render(RunReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"## {Plain(report.Playbook.Title)}: `{Code(report.Target)}`\n\n");
        text.Append(CultureInfo.InvariantCulture, $"**{report.Verdict}** · playbook `{report.Playbook.Name}` · {report.Evidence.TakenAt.ToUniversalTime():yyyy-MM-dd HH:mm:ss}Z · {report.DurationMs / 1000.0:0.0} s\n");
        var inputs = RunInputs.Shown(report).ToList();
        if (inputs.Count > 0)
        {
            text.Append("\n| input | value | from |\n|---|---|---|\n");
            inputs.ForEach(input => text.Append(CultureInfo.InvariantCulture, $"| {Cell(input.Name)} | `{Code(input.Value).Replace("|", "\\|", StringComparison.Ordinal)}` | {Cell(input.Origin)} |\n"));
        }

        foreach (var finding in report.Steps.SelectMany(step => step.Findings).Where(finding => finding.Severity >= Severity.Info).OrderByDescending(finding => finding.Severity))
        {
            text.Append(Finding(finding));
        }

        text.Append("\n### What was looked at\n\n| step | result | time |\n|---|---|---|\n");
        foreach (var step in report.Steps)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Cell(step.Step.Title)} | {step.Result} | {step.DurationMs} ms |\n");
        }

        var missing = report.Steps.SelectMany(step => step.Missing.Select(sentence => $"- {Plain(step.Step.Title)}: {Plain(sentence)}\n")).Distinct().ToList();
        return text.Append(missing.Count > 0 ? "\nNot known:\n\n" : "").Append(string.Concat(missing)).ToString();
    }

    private static string Finding(Finding finding)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n### {Word(finding.Severity)}: {Plain(finding.Title)}\n\n");
        if (finding.Explanation.Length > 0)
        {
            text.Append(Plain(finding.Explanation)).Append("\n\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"Rule `{Code(finding.Rule)}`. Evidence:\n\n");
        foreach (var evidence in finding.Evidence)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {Plain(evidence.Source)}{(evidence.Path is { } path ? $" `{Code(path)}`" : "")}{Quote(evidence.Detail)}\n");
        }

        foreach (var fix in finding.Fixes)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n**{(fix.Kind == FixKind.Immediate ? "Now" : "For good")}: {Plain(fix.Title)}**\n\n{Fence(fix.Text, fix.Language)}\n");
        }

        if (finding.Links.Count > 0)
        {
            text.Append('\n').AppendJoin(' ', finding.Links.Select(link => $"<{VisibleText.Escape(link)}>")).Append('\n');
        }

        return text.ToString();
    }

    private static string Word(Severity severity) => severity.ToString();

    private static string Quote(string detail) => detail.Contains('\n', StringComparison.Ordinal) ? $":\n\n  {Fence(detail, "").Replace("\n", "\n  ", StringComparison.Ordinal)}\n" : $": `{Code(detail)}`";

    // A fence that is longer than any in the text cannot be closed from within.
    private static string Fence(string text, string language)
    {
        var fence = "```";
        while (text.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        var lines = string.Join('\n', text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => VisibleText.Escape(line, keepTabs: true)));
        return $"{fence}{language}\n{lines}\n{fence}";
    }

    private static string Code(string text) => VisibleText.Escape(text).Replace('`', '\'');

    private static string Cell(string text) => Plain(text).Replace("|", "\\|", StringComparison.Ordinal);

    // What came out of a container must not become a link, an image or a heading of somebody's ticket.
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in VisibleText.Escape(text.ReplaceLineEndings(" ")))
        {
            plain.Append(c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' ? $"\\{c}" : c.ToString());
        }

        return plain.ToString();
    }
}
