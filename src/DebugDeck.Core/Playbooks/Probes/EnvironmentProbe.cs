using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Text;

namespace DebugDeck.Core.Playbooks.Probes;

/// <summary><c>env: TZ</c>: a variable of the target. The specification is asked first; the process only where that does not tell.</summary>
public sealed record EnvironmentProbe(string Name) : Probe
{
    public override string Words => $"env {Name}";

    public override IReadOnlyList<string> Texts => [Name];

    public override IReadOnlyList<EvidenceRequest> Needs(CheckInputs inputs, CaseEvidence evidence) =>
        TargetEnvironment.IsCertain(Placeholders.Fill(Name, inputs), evidence) ? [new DetailsRequest()] : [new DetailsRequest(), new ProcessRequest()];

    public override Observation? Observe(CheckInputs inputs, CaseEvidence evidence)
    {
        var name = Placeholders.Fill(Name, inputs);
        if (TargetEnvironment.Find(name, evidence) is { } found)
        {
            return new Observation(true, found.Value, null, new Evidence(found.Source, name, Redaction.Variable(name, found.Value)));
        }

        return TargetEnvironment.IsCertain(name, evidence) || evidence.Find(new ProcessRequest()) is { Environment: not null }
            ? new Observation(false, "", null, new Evidence("env", name, "not set"))
            : null;
    }
}
