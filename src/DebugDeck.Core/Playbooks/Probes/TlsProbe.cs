using DebugDeck.Core.Diagnosis.Certificates.Handshakes;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Playbooks.Probes;

/// <summary>
/// <c>tls: "{{host}}:443"</c>: a handshake from inside the target's network. There if it was completed; whether the certificate is any good for the target's
/// runtime is what the playbook <c>missing-ca</c> looks into.
/// </summary>
public sealed record TlsProbe(string Endpoint) : Probe
{
    public override string Words => $"tls {Endpoint}";

    public override IReadOnlyList<string> Texts => [Endpoint];

    public override IReadOnlyList<EvidenceRequest> Needs(CheckInputs inputs, CaseEvidence evidence) => Request(inputs) is { } request ? [request] : [];

    public override Observation? Observe(CheckInputs inputs, CaseEvidence evidence)
    {
        if (Request(inputs) is not { } request || evidence.Find(request) is not { } seen)
        {
            return null;
        }

        var shown = TlsEvidence.Kind.Show(evidence.AnswerTo(request)!);
        return new Observation(seen.Outcome == TlsOutcome.Completed, string.Join('\n', shown.Select(line => line.Detail)), null, shown[0]);
    }

    private TlsRequest? Request(CheckInputs inputs) => Diagnosis.Certificates.Rules.Endpoint.Parse(Placeholders.Fill(Endpoint, inputs));
}
