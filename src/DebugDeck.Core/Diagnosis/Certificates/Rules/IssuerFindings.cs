using System.Text.RegularExpressions;
using DebugDeck.Core.Certificates;
using DebugDeck.Core.Diagnosis.Certificates.Chains;

namespace DebugDeck.Core.Diagnosis.Certificates.Rules;

/// <summary>A chain that leads to nobody the program knows: tells an intermediate that was not sent from an authority that is missing, and from a proxy in between.</summary>
internal static partial class IssuerFindings
{
    public static Finding? Of(ChainCase at, ChainFault fault)
    {
        var (top, host, runtime) = (fault.Certificate, at.Request.ServerName, at.Trust.RuntimeName);
        var missing = top.IsSelfIssued ? top.Subject : top.Issuer;
        if (Interceptor(at) is { } reason)
        {
            return ChainFindings.Finding(
                at, "ca.intercepted", $"A proxy seems to stand between the container and {host}",
                $"The certificate was issued by {at.Verdict.Path[^1].Issuer.ShortName}: {reason}. Such a proxy opens the connection and closes it anew with an authority of its own, which the program does not trust. Ask who runs it for its authority, or for an exception for this host.",
                CertificateFixes.Authority(at, missing));
        }

        // The other check says that nobody is trusted at all; whose certificate it is makes no difference then.
        if (at.Trust.Store is { IsEmpty: true, IsKnown: true } && !top.IsSelfIssued)
        {
            return null;
        }

        if (Elsewhere(at) is var (path, found) && found is not null)
        {
            return ChainFindings.Finding(
                at, "ca.bundle-elsewhere", $"The authority of {host} is in the container, but {runtime} does not read it",
                $"{found.Subject.ShortName} is in {path}. {runtime} does not look there, or does not take it in that form.",
                CertificateFixes.ForStore(at.Trust, path, "ca.bundle-elsewhere"));
        }

        if (!at.Trust.Store.IsKnown && at.Trust.Store.Certificates.Count == 0)
        {
            return new Finding("ca.not-judged", Severity.Info, $"Whether the program trusts {missing.ShortName} is not known", "Its certificate authorities could not be looked at.") { Evidence = ChainFindings.Evidence(at.Request, at.Seen, at.Verdict) };
        }

        return fault.Kind switch
        {
            ChainFaultKind.SelfSigned => ChainFindings.Finding(
                at, "ca.self-signed", $"{host} has a certificate that it signed itself",
                "No authority stands behind it, so a client accepts it only if the very certificate is in its store. Better have it signed by an authority.", CertificateFixes.Authority(at, missing)),
            ChainFaultKind.IssuerUnknown when !LooksPrivate(at, top) => ChainFindings.Finding(
                at, "ca.intermediate-missing", $"{host} does not send {missing.ShortName}, most likely an intermediate certificate",
                $"The chain ends with {top.Subject.ShortName}, and its issuer is not in the program's store{Extent(at)}. By what the certificate says of it, it is an intermediate of a public authority, and a server has to send all of these. Browsers hide this, because they fetch or remember them.",
                CertificateFixes.Intermediate(at, missing)),
            _ => ChainFindings.Finding(
                at, "ca.authority-missing", $"The program does not know the authority {missing.ShortName}",
                $"{host} has a certificate of an authority that is not in the store of {runtime}{Extent(at)}: a private one, most likely. Its certificate has to be given to the program.", CertificateFixes.Authority(at, missing)),
        };
    }

    // What could not be read may hold it.
    private static string Extent(ChainCase at) => at.Trust.Store.IsKnown ? "" : ", as far as that could be read";

    private static string? Interceptor(ChainCase at)
    {
        var top = at.Verdict.Path[^1];
        if (at.Direct is { Count: > 0 } direct && !direct[0].Equals(at.Sent[0]) && !direct[0].Issuer.Equals(at.Sent[0].Issuer))
        {
            return $"from this machine the same server shows one of {direct[0].Issuer.ShortName}";
        }

        return Gateways().Match(top.Issuer.Text) is { Success: true } match ? $"\"{match.Value}\" is the name of a product that opens connections" : null;
    }

    private static (string Path, CertificateFacts? Certificate) Elsewhere(ChainCase at)
    {
        var elsewhere = at.Trust.Elsewhere();
        var verdict = elsewhere.Count == 0 ? null : ChainJudge.Judge(new ChainQuestion
        {
            Sent = at.Sent,
            Trusted = [.. at.Trust.Store.Certificates, .. elsewhere.Select(pair => pair.Certificate)],
            Now = at.Now,
            Rules = ChainRules.For(at.Trust.Situation.Runtime, at.Trust.Situation.Version),
        });
        return verdict is { IsComplete: true } ? elsewhere.FirstOrDefault(pair => verdict.Path.Contains(pair.Certificate)) : default;
    }

    // A root's own signature on a server is what private authorities do; the rest is told by the name, by where the issuer says it can be fetched, and by the host.
    private static bool LooksPrivate(ChainCase at, CertificateFacts top)
    {
        if (top.IsSelfIssued)
        {
            return !PublicAuthorities.Contains(top);
        }

        var known = at.Trust.Store.Certificates.Concat(at.Trust.Elsewhere().Select(pair => pair.Certificate));
        var organization = Organization().Match(top.Issuer.Text) is { Success: true } match ? match.Value : null;
        if (top.Extensions.IssuerUrls.Count > 0 || (organization is not null && known.Any(certificate => certificate.Subject.Text.Contains(organization, StringComparison.Ordinal))))
        {
            return false;
        }

        return RootWords().IsMatch(top.Issuer.ShortName) || PrivateNames().IsMatch(at.Request.ServerName) || !at.Request.ServerName.Contains('.', StringComparison.Ordinal);
    }

    [GeneratedRegex("secure web gateway|web gateway|zscaler|netskope|palo alto|fortinet|fortigate|blue ?coat|umbrella|forcepoint|websense|mcafee|skyhigh|sophos|barracuda|check point|mitmproxy|charles proxy|fiddler|burp|squid|kaspersky|avast|(ssl|tls)[ -]?(inspection|interception)|proxy ca", RegexOptions.IgnoreCase)]
    private static partial Regex Gateways();

    [GeneratedRegex("(?<=(^|, )O=)[^,]+")]
    private static partial Regex Organization();

    [GeneratedRegex(@"\broot\b", RegexOptions.IgnoreCase)]
    private static partial Regex RootWords();

    [GeneratedRegex(@"(\.(internal|local|corp|lan|intra|intranet|home|svc|test)|\.cluster\.local|^[0-9.]+|:.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex PrivateNames();
}
