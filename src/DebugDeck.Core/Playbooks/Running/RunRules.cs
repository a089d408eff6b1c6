using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Playbooks.Conditions;
using DebugDeck.Core.Playbooks.Inputs;
using DebugDeck.Core.Playbooks.Triage;

namespace DebugDeck.Core.Playbooks.Running;

/// <summary>What a run amounts to, given its evidence: pure, so that a saved run says the same again, and a run under way is only a run with less evidence.</summary>
public static class RunRules
{
    /// <summary>The report as the evidence has it.</summary>
    /// <param name="subject">What is run on what.</param>
    /// <param name="evidence">What is known.</param>
    /// <param name="times">How long it took.</param>
    /// <param name="until">How many steps are looked at; null for all.</param>
    public static RunReport Judge(RunSubject subject, CaseEvidence evidence, RunTimes times, int? until = null)
    {
        var values = InputGuess.Values(subject.Playbook, subject.Given, evidence);
        var inputs = InputGuess.ToInputs(values);
        var steps = new List<StepReport>();
        foreach (var step in subject.Playbook.Steps)
        {
            if (steps.Count >= until)
            {
                steps.Add(new StepReport { Step = step, Status = StepStatus.Waiting });
                continue;
            }

            steps.Add(StepRules.Judge(step, inputs, evidence, Facts(subject, steps, inputs, evidence), steps) with { DurationMs = times.StepMs.GetValueOrDefault(step.Id) });
        }

        return new RunReport
        {
            Playbook = subject.Playbook,
            Target = subject.Target,
            HostKind = subject.HostKind,
            Inputs = values,
            Steps = steps,
            Evidence = evidence,
            DurationMs = times.TotalMs,
        };
    }

    /// <summary>What the run still wants to know, each thing once.</summary>
    public static IReadOnlyList<EvidenceRequest> Open(RunReport report)
    {
        var inputs = InputGuess.ToInputs(report.Inputs);
        return
        [
            .. BaseNeeds(report)
                .Concat(report.Steps.Where(step => step.Status == StepStatus.Running).SelectMany(step => step.Step.Check.Needs(inputs, report.Evidence)))
                .Where(request => report.Evidence.AnswerTo(request) is null)
                .DistinctBy(request => request.Key),
        ];
    }

    // Inputs are drawn from these, so they are known before any step asks for something with an input in it.
    internal static IEnumerable<EvidenceRequest> BaseNeeds(RunReport report) => SymptomTexts.Needs(report.Evidence)
        .Concat(report.Playbook.Inputs.Any(input => input.Sources.Any(source => source.Kind == InputSourceKind.Services)) ? [new ClusterRequest()] : []);

    private static ConditionFacts Facts(RunSubject subject, IReadOnlyList<StepReport> before, CheckInputs inputs, CaseEvidence evidence) => new(
        before.Where(step => step.IsOver).ToDictionary(step => step.Step.Id, step => step.Result),
        before.SelectMany(step => step.Findings).GroupBy(finding => finding.Rule).ToDictionary(same => same.Key, same => same.Max(finding => finding.Severity)),
        inputs,
        evidence.Details,
        subject.HostKind);
}
