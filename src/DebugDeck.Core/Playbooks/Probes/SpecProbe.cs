using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Playbooks.Probes;

/// <summary><c>spec: security.readOnlyRoot</c>: a field of what the host knows about the target.</summary>
public sealed record SpecProbe(string Path) : Probe
{
    public override string Words => $"spec {Path}";

    public override IReadOnlyList<string> Texts => [Path];

    public override IReadOnlyList<EvidenceRequest> Needs(CheckInputs inputs, CaseEvidence evidence) => [new DetailsRequest()];

    public override Observation? Observe(CheckInputs inputs, CaseEvidence evidence)
    {
        if (evidence.Details is not { } details)
        {
            return null;
        }

        var path = Placeholders.Fill(Path, inputs);
        var value = SpecField.Read(details, path);
        return new Observation(value is not null, value ?? "", null, new Evidence("spec", path, value ?? "not set"));
    }
}
