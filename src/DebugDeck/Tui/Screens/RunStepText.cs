using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Playbooks.Running;
using DebugDeck.Core.Text;
using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>What the selected step of a run says: what it waits for, why one looks there, findings with fixes, evidence.</summary>
internal static class RunStepText
{
    public static IReadOnlyList<StyledLine> Lines(RunPage page, int width)
    {
        var text = new LabelledText(Math.Max(20, width));
        Trouble(text, page);
        foreach (var input in page.Report?.Inputs ?? [])
        {
            text.Value(input.Input.Name, input.Value is { } value ? $"{Redaction.Variable(input.Input.Name, value)} ({input.Origin})" : "not given: i sets it", input.Value is not null ? Tone.Normal : input.Input.IsRequired ? Tone.Warn : Tone.Dim);
        }

        if (page.Selected is { } step)
        {
            Step(text, page, step);
        }

        return text.Lines;
    }

    private static void Trouble(LabelledText text, RunPage page)
    {
        if (page.Problem is { } problem)
        {
            text.Problem("the run could not go on", problem);
        }

        if (page.Plan is not { } plan)
        {
            return;
        }

        text.Sentence("A debug container is needed", Tone.Warn);
        text.Sentence($"{plan.Toolbox.Image} as {plan.User}, in the pod until the pod is deleted; it ends itself after {Duration.Format(plan.TimeLimit)}.");
        text.Sentence($"For: {string.Join("; ", page.PlanSteps)}", Tone.Dim);
        foreach (var warning in plan.Warnings)
        {
            text.Sentence(warning, Tone.Warn, "! ");
        }

        text.Sentence("Enter starts it and runs again.", Tone.Strong);
    }

    private static void Step(LabelledText text, RunPage page, StepReport step)
    {
        text.Heading(VisibleText.Escape(step.Step.Title).ToUpperInvariant());
        if (step.Step.Why.Length > 0)
        {
            text.Sentence(step.Step.Why.ReplaceLineEndings(" "), Tone.Dim);
        }

        foreach (var finding in step.Findings)
        {
            text.Blank();
            Finding(text, page, finding);
        }

        foreach (var missing in step.Missing)
        {
            text.Sentence($"not known: {missing}", Tone.Warn);
        }

        // What a finding quotes has been read by then.
        var quoted = step.Findings.SelectMany(finding => finding.Evidence).ToHashSet();
        var rest = step.Evidence.Where(evidence => !quoted.Contains(evidence)).ToList();
        if (rest.Count > 0)
        {
            text.Heading("LOOKED AT");
        }

        foreach (var evidence in rest)
        {
            Quote(text, page, evidence);
        }
    }

    private static void Finding(LabelledText text, RunPage page, Finding finding)
    {
        var word = finding.Severity.ToString().ToLowerInvariant();
        text.Sentence($"{word}: {finding.Title}", RunScreen.Tint(word));
        if (finding.Explanation.Length > 0)
        {
            text.Sentence(finding.Explanation.ReplaceLineEndings(" "));
        }

        foreach (var evidence in finding.Evidence)
        {
            Quote(text, page, evidence);
        }

        foreach (var fix in finding.Fixes)
        {
            var isSelected = ReferenceEquals(fix, page.SelectedFix);
            text.Sentence($"{(fix.Kind == FixKind.Immediate ? "now" : "for good")}: {fix.Title}", isSelected ? Tone.Key : Tone.Good, isSelected ? "> " : "  ");
            text.Command(fix.Text);
        }

        foreach (var link in finding.Links)
        {
            text.Sentence(link, Tone.Dim);
        }
    }

    private static void Quote(LabelledText text, RunPage page, Evidence evidence)
    {
        var isSelected = evidence.Source == "file" && evidence.Path == page.SelectedFile;
        var lead = evidence.Path is { } path ? $"{evidence.Source} {path}: " : $"{evidence.Source}: ";
        foreach (var line in evidence.Detail.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            text.Sentence(lead + line, isSelected && lead.Length > 0 ? Tone.Key : Tone.Normal, "| ");
            lead = "";
        }
    }
}
