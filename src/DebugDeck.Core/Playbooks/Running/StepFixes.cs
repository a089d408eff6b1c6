using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Text;

namespace DebugDeck.Core.Playbooks.Running;

/// <summary>Brings a finding into the form in which it is shown: the playbook's fixes added, secrets taken out.</summary>
internal static class StepFixes
{
    public static Finding Complete(PlaybookStep step, Finding finding, CheckInputs inputs)
    {
        var more = step.Fixes.Where(fix => fix.Rule is null ? finding.Severity >= Severity.Warning : fix.Rule == finding.Rule).Select(fix => fix.Fix with
        {
            Title = Placeholders.Fill(fix.Fix.Title, inputs),
            Text = Placeholders.Fill(fix.Fix.Text, inputs),
        });
        return finding with
        {
            Title = Redaction.Text(finding.Title),
            Explanation = Redaction.Text(finding.Explanation),
            Evidence = [.. finding.Evidence.Select(evidence => evidence with { Detail = Redaction.Text(evidence.Detail) })],
            Fixes = [.. finding.Fixes, .. more],
        };
    }
}
