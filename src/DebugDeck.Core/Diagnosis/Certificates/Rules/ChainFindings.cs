using DebugDeck.Core.Diagnosis.Certificates.Chains;
using DebugDeck.Core.Diagnosis.Certificates.Handshakes;

namespace DebugDeck.Core.Diagnosis.Certificates.Rules;

/// <summary>Puts the faults of a chain into words, each with its own rule.</summary>
internal static class ChainFindings
{
    public static IEnumerable<Finding> Of(ChainCase at) => at.Verdict.Faults.Select(fault => Of(at, fault)).OfType<Finding>();

    public static IReadOnlyList<Evidence> Evidence(TlsRequest request, TlsObservation seen, ChainVerdict verdict) =>
    [
        new Evidence("tls", request.Written, TlsEvidence.Words(request, seen)),
        .. verdict.Path.Select((certificate, depth) => new Evidence("tls", FormattableString.Invariant($"{request.Written}, {(depth == 0 ? "server" : $"authority {depth}")}"), $"{certificate.Subject}, issued by {certificate.Issuer}, {certificate.NotBefore:yyyy-MM-dd} to {certificate.NotAfter:yyyy-MM-dd}")),
    ];

    private static Finding? Of(ChainCase at, ChainFault fault)
    {
        var (certificate, host) = (fault.Certificate, at.Request.ServerName);
        var whose = fault.Depth == 0 ? $"of {host}" : $"of the authority {certificate.Subject.ShortName}";
        var part = fault.Depth == 0 ? "leaf" : certificate.IsSelfIssued ? "root" : "intermediate";
        return fault.Kind switch
        {
            ChainFaultKind.IssuerUnknown or ChainFaultKind.RootUntrusted or ChainFaultKind.SelfSigned => IssuerFindings.Of(at, fault),
            ChainFaultKind.Expired => Finding(
                at, $"ca.{part}-expired", $"The certificate {whose} has expired {fault.Detail}",
                fault.Depth == 0 ? "Nobody accepts it any more. It has to be renewed on the server; nothing in this container can help." : "What it signed is refused with it. The server should send a chain over a newer authority, and the bundle should be a newer one.",
                CertificateFixes.Renew(at)),
            ChainFaultKind.NotYetValid => Finding(
                at, "ca.not-yet-valid", $"The certificate {whose} is valid only {fault.Detail}",
                "Either it was made too early, or the clock of the machine that made it, or of this node, is wrong. By our own clock it is not valid either.", CertificateFixes.Clock()),
            ChainFaultKind.NameMismatch => Finding(
                at, "ca.name-mismatch", $"The certificate is not for {host}",
                $"The server answers with a certificate for other names: {fault.Detail}. Connect by one of these, or have the name added on the server. Behind a proxy that picks by name the wrong one may also mean that the name (SNI) is not known there.", CertificateFixes.Name(at)),
            ChainFaultKind.WeakKey => Finding(at, "ca.weak", $"The key {whose} is too short ({fault.Detail})", "OpenSSL refuses it at the security level of current distributions. The certificate has to be made anew with RSA 2048 or P-256.", CertificateFixes.Renew(at)),
            ChainFaultKind.WeakSignature => Finding(at, "ca.weak", $"The certificate {whose} is {fault.Detail}", "Go since 1.18, Java and OpenSSL refuse it. It has to be signed anew with SHA-256.", CertificateFixes.Renew(at)),
            ChainFaultKind.NotAnAuthority => Finding(at, "ca.not-an-authority", $"{certificate.Subject.ShortName} may not sign certificates", "It lacks the basic constraint CA:TRUE or the key usage for signing, and still signed the one below it.", CertificateFixes.Renew(at)),
            ChainFaultKind.PathTooLong => Finding(at, "ca.path-too-long", $"There are more authorities below {certificate.Subject.ShortName} than it allows", $"Its basic constraints limit them: {fault.Detail}.", CertificateFixes.Renew(at)),
            ChainFaultKind.WrongUse => Finding(at, "ca.wrong-use", $"The certificate of {host} is not for servers", $"{fault.Detail}: it was made for clients or for something else.", CertificateFixes.Renew(at)),
            _ => Finding(at, "ca.strict", $"Python 3.13 refuses the certificate {whose}", $"Since 3.13 Python verifies to the letter of RFC 5280 (VERIFY_X509_STRICT), and this is {fault.Detail}. Other clients accept it.", CertificateFixes.Renew(at)),
        };
    }

    internal static Finding Finding(ChainCase at, string rule, string title, string explanation, IReadOnlyList<Fix> fixes) => new(rule, Severity.Problem, title, explanation)
    {
        Evidence = Evidence(at.Request, at.Seen, at.Verdict),
        Fixes = fixes,
        Links = [CertificateFixes.Link(at.Trust.Situation.Runtime)],
    };
}
