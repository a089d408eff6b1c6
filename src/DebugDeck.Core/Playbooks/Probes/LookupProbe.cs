using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Playbooks.Probes;

/// <summary><c>lookup: "{{host}}"</c>: the name asked for in the target's network, the way its configuration says. There if an address comes back.</summary>
public sealed record LookupProbe(string Name) : Probe
{
    public override string Words => $"lookup {Name}";

    public override IReadOnlyList<string> Texts => [Name];

    public override IReadOnlyList<EvidenceRequest> Needs(CheckInputs inputs, CaseEvidence evidence) => [Request(inputs)];

    public override Observation? Observe(CheckInputs inputs, CaseEvidence evidence) => evidence.Find(Request(inputs)) is { } result
        ? new Observation(result.ExitCode == 0, result.Output, result.ExitCode, new Evidence("lookup", Placeholders.Fill(Name, inputs), (result.Output + result.Error).Trim()))
        : null;

    private CommandRequest Request(CheckInputs inputs) => new(["nslookup", Placeholders.Fill(Name, inputs)]);
}
