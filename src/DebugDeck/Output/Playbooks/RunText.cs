using System.Globalization;
using System.Text;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Playbooks.Running;
using DebugDeck.Core.Text;

namespace DebugDeck.Output.Playbooks;

/// <summary>A run for a person at a terminal.</summary>
internal sealed class RunText(Palette palette, int? columns)
{
    private const string Indent = "  ";

    public string Render(RunReport report)
    {
        var text = new StringBuilder();
        text.Append(palette.Paint(VisibleText.Escape($"{report.Playbook.Title}: {report.Target}"), Ink.Heading)).Append('\n');
        foreach (var (name, value, origin) in RunInputs.Shown(report))
        {
            text.Append(WordWrap.Paragraph($"{name} = {value} ({origin})", Indent, columns));
        }

        foreach (var step in report.Steps)
        {
            text.Append('\n').Append(Step(step));
        }

        return text.Append('\n').Append(Verdict(report)).Append('\n').ToString();
    }

    private string Step(StepReport step)
    {
        var text = new StringBuilder();
        text.Append(palette.Paint(step.Result.PadRight(8), Tint(step.Result))).Append(palette.Paint(VisibleText.Escape(step.Step.Title), Ink.Heading))
            .Append(palette.Paint(string.Create(CultureInfo.InvariantCulture, $"  {step.Step.Id}, {step.DurationMs} ms"), Ink.Quiet)).Append('\n');
        // What is well says no more than the step's title, unless it has more to say.
        foreach (var finding in step.Findings.Where(finding => finding.Severity != Severity.Ok || finding.Title != step.Step.Title))
        {
            text.Append(Finding(finding));
        }

        foreach (var missing in step.Missing)
        {
            text.Append(WordWrap.Paragraph($"not known: {missing}", Indent, columns));
        }

        return text.ToString();
    }

    private string Finding(Finding finding)
    {
        var text = new StringBuilder(WordWrap.Paragraph($"{finding.Severity.ToString().ToLowerInvariant()}: {finding.Title}", Indent, columns));
        if (finding.Severity == Severity.Ok)
        {
            return text.ToString();
        }

        var inner = Indent + Indent;
        if (finding.Explanation.Length > 0)
        {
            text.Append(WordWrap.Paragraph(finding.Explanation, inner, columns));
        }

        foreach (var evidence in finding.Evidence)
        {
            text.Append(WordWrap.Paragraph($"{evidence.Source}{(evidence.Path is { } path ? " " + path : "")}: {evidence.Detail}", inner + "| ", columns));
        }

        foreach (var fix in finding.Fixes)
        {
            text.Append(palette.Paint(WordWrap.Paragraph($"{(fix.Kind == FixKind.Immediate ? "Now" : "For good")}: {fix.Title}", inner, columns).TrimEnd('\n'), Ink.Good)).Append('\n');

            // To be pasted, so not broken.
            text.Append(WordWrap.Paragraph(fix.Text, inner + Indent, columns: null));
        }

        foreach (var link in finding.Links)
        {
            text.Append(inner).Append(palette.Paint(VisibleText.Escape(link), Ink.Quiet)).Append('\n');
        }

        return text.Append(palette.Paint($"{inner}({VisibleText.Escape(finding.Rule)})", Ink.Quiet)).Append('\n').ToString();
    }

    private string Verdict(RunReport report)
    {
        var words = report.Verdict switch
        {
            "problem" => "a problem was found",
            "warning" => "nothing that explains a failure, but see the warnings",
            "incomplete" => "nothing bad was seen, and not everything could be looked at",
            _ => "all is well, as far as this playbook looks",
        };
        return $"{palette.Paint(report.Verdict, Tint(report.Verdict))}: {words} ({string.Create(CultureInfo.InvariantCulture, $"{report.DurationMs / 1000.0:0.0} s")})";
    }

    private static Ink Tint(string result) => result switch
    {
        "ok" => Ink.Good,
        "problem" => Ink.Bad,
        "warning" or "incomplete" => Ink.Attention,
        _ => Ink.Quiet,
    };
}
