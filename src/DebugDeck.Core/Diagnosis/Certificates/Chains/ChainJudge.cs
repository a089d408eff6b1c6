using DebugDeck.Core.Certificates;

namespace DebugDeck.Core.Diagnosis.Certificates.Chains;

/// <summary>
/// Judges a chain against a store that is not this machine's: finds every way from the server's certificate to an authority, takes the best, and tells what is
/// wrong with it. Own code, because the platform's answer is one word and depends on the platform; OpenSSL's verdict on the same chains is its test.
/// </summary>
public sealed class ChainJudge
{
    private const int DepthLimit = 10;

    // Cross-signed authorities make a tree of ways; a hostile chain could make it a very large one.
    private const int VisitLimit = 400;

    private readonly ChainQuestion _question;
    private readonly List<List<CertificateFacts>> _complete = [];
    private readonly List<CertificateFacts> _candidates;
    private List<CertificateFacts> _longest = [];
    private int _visits;

    private ChainJudge(ChainQuestion question)
    {
        _question = question;

        // What is trusted comes first: a way that ends sooner is the better one.
        _candidates = [.. question.Trusted.Concat(question.Sent).Distinct()];
    }

    public static ChainVerdict Judge(ChainQuestion question)
    {
        if (question.Sent.Count == 0)
        {
            throw new ArgumentException("a server without a certificate cannot be judged", nameof(question));
        }

        var judge = new ChainJudge(question);
        judge.Climb([question.Sent[0]]);
        var verdicts = judge._complete.Select(path => judge.Verdict(path, isComplete: true)).OrderBy(verdict => verdict.Faults.Count).ToList();
        return verdicts.FirstOrDefault() ?? judge.Verdict(judge._longest, isComplete: false);
    }

    private void Climb(List<CertificateFacts> path)
    {
        var top = path[^1];
        if (IsEnd(top))
        {
            _complete.Add(path);
            return;
        }

        if (path.Count > _longest.Count)
        {
            _longest = path;
        }

        // The name of a public authority is known, its key is not: the way ends there as far as can be told.
        if (_question.TrustsPublicAuthorities && !top.IsSelfIssued && PublicAuthorities.Has(top.Issuer))
        {
            _complete.Add(path);
        }

        foreach (var issuer in _candidates)
        {
            if (path.Count < DepthLimit && _visits++ < VisitLimit * _candidates.Count && !path.Contains(issuer) && Signed(top, issuer))
            {
                Climb([.. path, issuer]);
            }
        }
    }

    private bool IsEnd(CertificateFacts certificate) =>
        (_question.Trusted.Contains(certificate) && (_question.Rules.TrustsAnyCertificate || certificate.IsSelfIssued))
        || (_question.TrustsPublicAuthorities && PublicAuthorities.Contains(certificate));

    private static bool Signed(CertificateFacts certificate, CertificateFacts issuer) =>
        certificate.Issuer.Equals(issuer.Subject)
        && (certificate.Extensions.IssuerKeyId is null || issuer.Extensions.KeyId is null || certificate.Extensions.IssuerKeyId == issuer.Extensions.KeyId)
        && CertificateSignature.IsBy(certificate, issuer) != false;

    private ChainVerdict Verdict(List<CertificateFacts> path, bool isComplete)
    {
        var faults = new List<ChainFault>();
        if (!isComplete)
        {
            var top = path[^1];
            var kind = !top.IsSelfIssued ? ChainFaultKind.IssuerUnknown : path.Count == 1 ? ChainFaultKind.SelfSigned : ChainFaultKind.RootUntrusted;
            faults.Add(new ChainFault(kind, top, path.Count - 1));
        }

        for (var depth = 0; depth < path.Count; depth++)
        {
            var isAnchor = isComplete && depth == path.Count - 1 && depth > 0;
            faults.AddRange(PathFaults.Of(path, depth, isAnchor, _question));
        }

        if (_question.Host is { } host && !ServerName.Matches(path[0], host, _question.Rules.FallsBackToCommonName))
        {
            faults.Add(new ChainFault(ChainFaultKind.NameMismatch, path[0], 0, $"it is for {ServerName.Describe(path[0])}"));
        }

        return new ChainVerdict(path, isComplete, faults);
    }
}
