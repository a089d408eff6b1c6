using DebugDeck.Core.Certificates;
using DebugDeck.Core.Diagnosis.Certificates.Chains;
using DebugDeck.Core.Diagnosis.Certificates.Handshakes;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Diagnosis.Certificates.Rules;

/// <summary>Shakes hands with each server from inside the target's network and judges what it sends against what the program believes.</summary>
public sealed class HandshakeCheck : ICheck
{
    public string Name => "ca.handshake";

    public IReadOnlyList<EvidenceRequest> Needs(CheckInputs inputs, CaseEvidence evidence) =>
    [
        .. new TrustCase(inputs, evidence).Needs(),
        .. Endpoint.All(inputs),
        .. inputs["direct"] is "true" or "yes" ? Endpoint.All(inputs).Select(request => request with { IsDirect = true }) : [],
    ];

    public IReadOnlyList<Finding> Evaluate(CheckInputs inputs, CaseEvidence evidence)
    {
        var requests = Endpoint.All(inputs);
        if (requests.Count == 0)
        {
            return [new Finding("ca.no-endpoint", Severity.Info, "No server was named to shake hands with", "Neither log nor environment names one; say so with --set endpoints=HOST:PORT.")];
        }

        var trust = new TrustCase(inputs, evidence);
        return [.. requests.SelectMany(request => Judge(request, trust, evidence))];
    }

    private static List<Finding> Judge(TlsRequest request, TrustCase trust, CaseEvidence evidence)
    {
        if (evidence.Find(request) is not { } seen)
        {
            return [new Finding("ca.not-tried", Severity.Info, $"{request.Written} was not tried", evidence.Gap(request)?.Reason ?? "There was no session to try it from.")];
        }

        var chain = seen.Chain.Select(der => CertificateParser.TryParse(der, out _)).OfType<CertificateFacts>().ToList();
        var connection = ConnectionFindings.Of(request, seen).ToList();
        if (chain.Count == 0)
        {
            return connection;
        }

        var verdict = ChainJudge.Judge(new ChainQuestion
        {
            Sent = chain,
            Trusted = trust.Store.Certificates,
            TrustsPublicAuthorities = trust.Store.TrustsPublicAuthorities,
            Host = request.ServerName,
            Now = evidence.TakenAt,
            Rules = ChainRules.For(trust.Situation.Runtime, trust.Situation.Version),
        });
        var direct = evidence.Find(request with { IsDirect = true })?.Chain.Select(der => CertificateParser.TryParse(der, out _)).OfType<CertificateFacts>().ToList();
        var findings = ChainFindings.Of(new ChainCase(request, seen, chain, verdict, trust, evidence.TakenAt, direct)).ToList();
        if (findings.Count == 0 && !verdict.IsAccepted)
        {
            findings.Add(new Finding("ca.not-judged", Severity.Info, $"The certificate of {request.Written} is in order as far as can be told", "The program trusts nobody, so it refuses this server like every other. The certificate itself is in date and for this name.")
            {
                Evidence = ChainFindings.Evidence(request, seen, verdict),
            });
        }

        return findings.Count + connection.Count > 0
            ? [.. connection, .. findings]
            : [new Finding("ca.handshake", Severity.Ok, $"{trust.RuntimeName} accepts the certificate of {request.Written}", "The chain that the server sends leads to an authority in the program's store, in date and for this name.")
            {
                Evidence = ChainFindings.Evidence(request, seen, verdict),
            }];
    }
}
