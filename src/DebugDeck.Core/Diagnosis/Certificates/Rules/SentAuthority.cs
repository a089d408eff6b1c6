using DebugDeck.Core.Certificates;
using DebugDeck.Core.Diagnosis.Certificates.Chains;
using DebugDeck.Core.Diagnosis.Certificates.Handshakes;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Text;

namespace DebugDeck.Core.Diagnosis.Certificates.Rules;

/// <summary>
/// Authorities that the program lacks and that servers sent along: what can be given to the program once its owner has confirmed the fingerprint. Whoever stands
/// between container and server can send one of his own, so none is trusted for having been sent.
/// </summary>
/// <param name="Server">Who sent it, <c>HOST:PORT</c>.</param>
/// <param name="Certificate">The authority: it signed itself, and the chain that was sent ends with it.</param>
public sealed record SentAuthority(string Server, CertificateFacts Certificate)
{
    /// <summary>In PEM, with its subject, its fingerprint and the warning as comments, which every reader of PEM passes over.</summary>
    public string Pem =>
        $"# {VisibleText.Escape(Certificate.Subject.Text)}\n"
        + $"# sent by {Server}; SHA-256 {Certificate.Fingerprint}\n"
        + "# Anybody on the way to the server can send such a certificate. Compare the fingerprint with what its owner tells you by another way before you trust it.\n"
        + $"{new string(System.Security.Cryptography.PemEncoding.Write("CERTIFICATE", Certificate.Der.Span))}\n";

    /// <summary>What a run of <c>missing-ca</c> saw; empty where no server sent an authority that the program does not know already.</summary>
    public static IReadOnlyList<SentAuthority> Of(CheckInputs inputs, CaseEvidence evidence)
    {
        var trust = new TrustCase(inputs, evidence);

        // Where the store could not be read, nobody knows what is missing in it.
        return !trust.Store.IsKnown && trust.Store.Certificates.Count == 0
            ? []
            : [.. Endpoint.All(inputs).SelectMany(request => Of(request, trust, evidence)).DistinctBy(sent => sent.Certificate.Fingerprint)];
    }

    private static IEnumerable<SentAuthority> Of(TlsRequest request, TrustCase trust, CaseEvidence evidence)
    {
        var sent = (evidence.Find(request)?.Chain ?? []).Select(der => CertificateParser.TryParse(der, out _)).OfType<CertificateFacts>().ToList();
        if (sent.Count == 0)
        {
            return [];
        }

        var verdict = ChainJudge.Judge(new ChainQuestion
        {
            Sent = sent,
            Trusted = trust.Store.Certificates,
            TrustsPublicAuthorities = trust.Store.TrustsPublicAuthorities,
            Host = request.ServerName,
            Now = evidence.TakenAt,
            Rules = ChainRules.For(trust.Situation.Runtime, trust.Situation.Version),
        });
        return verdict.Path
            .Where(certificate => certificate is { IsSelfIssued: true, IsAuthority: true } && sent.Contains(certificate) && !trust.Store.Certificates.Contains(certificate))
            .Where(certificate => !trust.Store.TrustsPublicAuthorities || !PublicAuthorities.Contains(certificate))
            .Select(certificate => new SentAuthority(request.Written, certificate));
    }
}
