using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Playbooks.Probes;

/// <summary>The rule that a playbook writes itself: a probe, what is expected of it, and what it means if that does not hold.</summary>
public sealed record ProbeCheck : ICheck
{
    /// <summary>Its rule's id: playbook and step, unless the playbook gives another.</summary>
    public required string Name { get; init; }

    public required Probe Probe { get; init; }

    public required Expectation Expectation { get; init; }

    /// <summary>What is the case if the expectation does not hold.</summary>
    public required ProbeVerdict Verdict { get; init; }

    /// <summary>What is said if it holds.</summary>
    public required string WhenWell { get; init; }

    public IReadOnlyList<EvidenceRequest> Needs(CheckInputs inputs, CaseEvidence evidence) => HasInputs(inputs) ? Probe.Needs(inputs, evidence) : [];

    public IReadOnlyList<Finding> Evaluate(CheckInputs inputs, CaseEvidence evidence)
    {
        if (!HasInputs(inputs) || Probe.Observe(inputs, evidence) is not { } seen)
        {
            return [];
        }

        if (Expectation.Broken(seen, inputs) is not { } broken)
        {
            return [new Finding(Name, Severity.Ok, Placeholders.Fill(WhenWell, inputs), "") { Evidence = [seen.Evidence] }];
        }

        var explanation = Placeholders.Fill(Verdict.Explanation, inputs);
        return
        [
            new Finding(Name, Verdict.Severity, Placeholders.Fill(Verdict.Title, inputs), explanation.Length > 0 ? explanation : $"Looked at {Probe.Words}: {broken}.")
            {
                Evidence = [seen.Evidence],
                Links = Verdict.Links,
            },
        ];
    }

    /// <summary>The input that is wanted and has no value; null if all have one.</summary>
    public string? WantsInput(CheckInputs inputs) => Probe.Texts.Select(text => Placeholders.Unfilled(text, inputs)).FirstOrDefault(name => name is not null);

    private bool HasInputs(CheckInputs inputs) => WantsInput(inputs) is null;
}
