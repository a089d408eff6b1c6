using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Diagnosis.Checks;

/// <summary>
/// A rule, or a family of rules that look at the same evidence. Pure: no clock but <see cref="CaseEvidence.TakenAt"/>, no state, no I/O.
/// A new one joins by its file and a line in <see cref="CheckList"/>; a playbook's step calls it by its name.
/// </summary>
public interface ICheck
{
    /// <summary>As playbooks write it: <c>dns.resolver</c>.</summary>
    string Name { get; }

    /// <summary>
    /// What it wants to know, given what is known already. Asked again after each round until it wants nothing that has not been answered, granted or not;
    /// so it must not ask for ever new things. It keeps returning what it asked for before: that is the evidence which is shown with its step.
    /// </summary>
    IReadOnlyList<EvidenceRequest> Needs(CheckInputs inputs, CaseEvidence evidence);

    /// <summary>What follows. Any request may be unanswered or a gap: conclude less, never guess. Once it has looked it says so, be it with <see cref="Severity.Ok"/>.</summary>
    IReadOnlyList<Finding> Evaluate(CheckInputs inputs, CaseEvidence evidence);
}
