using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Playbooks.Conditions;
using DebugDeck.Core.Playbooks.Probes;

namespace DebugDeck.Core.Playbooks.Running;

/// <summary>What one step amounts to, given the evidence and the steps before it.</summary>
internal static class StepRules
{
    public static StepReport Judge(PlaybookStep step, CheckInputs inputs, CaseEvidence evidence, ConditionFacts facts, IReadOnlyList<StepReport> before)
    {
        var report = new StepReport { Step = step, Status = StepStatus.Waiting };
        if (step.When is { } condition)
        {
            if (before.Any(other => !other.IsOver && (condition.SpeaksOfRules || condition.Steps.Contains(other.Step.Id))))
            {
                return report;
            }

            if (!condition.Holds(facts))
            {
                return report with { Status = StepStatus.Skipped };
            }
        }

        if (step.Check is ProbeCheck probe && probe.WantsInput(inputs) is { } input)
        {
            return report with { Status = StepStatus.Missing, Missing = [$"the input '{input}' has no value; give it with --set {input}=VALUE"] };
        }

        try
        {
            return Look(report, inputs, evidence);
        }
        catch (Exception mistake) when (mistake is not OutOfMemoryException)
        {
            // At three in the morning the other steps are worth more than a stack trace; the text below is what a report of the mistake needs.
            return report with { Status = StepStatus.Failed, Missing = [$"this is a mistake of DebugDeck's: {mistake.GetType().Name} in {step.Check.Name}: {mistake.Message}"] };
        }
    }

    private static StepReport Look(StepReport report, CheckInputs inputs, CaseEvidence evidence)
    {
        var needs = report.Step.Check.Needs(inputs, evidence).DistinctBy(request => request.Key).ToList();
        var answers = needs.Select(evidence.AnswerTo).OfType<EvidenceAnswer>().ToList();
        report = report with { Evidence = [.. answers.SelectMany(Show)] };
        if (answers.Count < needs.Count)
        {
            return report with { Status = StepStatus.Running };
        }

        var findings = report.Step.Check.Evaluate(inputs, evidence);
        var gaps = answers.Where(answer => answer.Gap is not null).ToList();
        return report with
        {
            Status = gaps.Count == 0 ? StepStatus.Done : findings.Count == 0 ? StepStatus.Missing : StepStatus.Partial,
            Findings = [.. findings.Select(finding => StepFixes.Complete(report.Step, finding, inputs)).OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Rule, StringComparer.Ordinal)],
            Missing = [.. gaps.GroupBy(answer => answer.Gap!).Select(Sentence)],
        };
    }

    private static IReadOnlyList<Evidence> Show(EvidenceAnswer answer)
    {
        var kind = EvidenceKinds.Of(answer.Request);
        return kind.Show(kind.Redact(answer));
    }

    // Forty files that could not be read for one reason are one sentence.
    private static string Sentence(IGrouping<EvidenceGap, EvidenceAnswer> same)
    {
        var first = same.First().Request.Key;
        var what = same.Count() == 1 ? first : $"{first} and {same.Count() - 1} more";
        return same.Key.Hint is { } hint ? $"{what}: {same.Key.Reason}; {hint}" : $"{what}: {same.Key.Reason}";
    }
}
