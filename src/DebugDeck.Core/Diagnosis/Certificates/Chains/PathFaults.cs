using System.Globalization;
using DebugDeck.Core.Certificates;

namespace DebugDeck.Core.Diagnosis.Certificates.Chains;

/// <summary>What is wrong with one certificate in its place in a path.</summary>
internal static class PathFaults
{
    public static IEnumerable<ChainFault> Of(List<CertificateFacts> path, int depth, bool isAnchor, ChainQuestion question)
    {
        var (certificate, rules) = (path[depth], question.Rules);
        if (certificate.IsExpiredAt(question.Now))
        {
            yield return new ChainFault(ChainFaultKind.Expired, certificate, depth, $"since {Day(certificate.NotAfter)}");
        }

        if (certificate.IsTooNewAt(question.Now))
        {
            yield return new ChainFault(ChainFaultKind.NotYetValid, certificate, depth, $"from {Day(certificate.NotBefore)}");
        }

        if (certificate.Key.IsWeak && (rules.RefusesShortRsa || certificate.Key.Bits < 1024))
        {
            yield return new ChainFault(ChainFaultKind.WeakKey, certificate, depth, certificate.Key.ToString());
        }

        // Nobody checks the signature of what is trusted anyway.
        if (!isAnchor && !certificate.IsSelfIssued && CertificateSignature.IsWeak(certificate))
        {
            yield return new ChainFault(ChainFaultKind.WeakSignature, certificate, depth, $"signed with {CertificateSignature.HashName(certificate)}");
        }

        if (depth == 0 && !certificate.Extensions.IsForServers)
        {
            yield return new ChainFault(ChainFaultKind.WrongUse, certificate, depth, "its extended key usage does not name servers");
        }

        if (depth > 0 && (!certificate.IsAuthority || certificate.Extensions.MaySign == false))
        {
            yield return new ChainFault(ChainFaultKind.NotAnAuthority, certificate, depth, "it may not sign others");
        }

        if (depth > 0 && certificate.Extensions.PathLength is { } length && path.Take(depth).Skip(1).Count(below => !below.IsSelfIssued) > length)
        {
            yield return new ChainFault(ChainFaultKind.PathTooLong, certificate, depth, string.Create(CultureInfo.InvariantCulture, $"it allows {length} authorities below it"));
        }

        if (rules.IsStrict && Laxity(certificate, depth) is { } laxity)
        {
            yield return new ChainFault(ChainFaultKind.NotStrict, certificate, depth, laxity);
        }
    }

    // What X509_V_FLAG_X509_STRICT asks of RFC 5280 and private authorities most often lack.
    private static string? Laxity(CertificateFacts certificate, int depth) => certificate switch
    {
        { Version: < 3 } when depth > 0 => "an authority of X.509 version 1",
        { Extensions.MaySign: null } when depth > 0 => "an authority without key usage",
        { Extensions.KeyId: null } when depth > 0 => "an authority without subject key identifier",
        { IsSelfIssued: false, Extensions.IssuerKeyId: null } => "no authority key identifier",
        _ => null,
    };

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
