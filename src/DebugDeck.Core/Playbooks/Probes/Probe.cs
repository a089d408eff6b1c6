using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Playbooks.Probes;

/// <summary>One read of evidence as a playbook writes it. Its texts may name inputs.</summary>
public abstract record Probe
{
    /// <summary>In words: <c>file /etc/passwd</c>.</summary>
    public abstract string Words { get; }

    /// <summary>The texts in which inputs may stand.</summary>
    public abstract IReadOnlyList<string> Texts { get; }

    public abstract IReadOnlyList<EvidenceRequest> Needs(CheckInputs inputs, CaseEvidence evidence);

    /// <summary>What was seen; null as long as the evidence does not tell.</summary>
    public abstract Observation? Observe(CheckInputs inputs, CaseEvidence evidence);
}
