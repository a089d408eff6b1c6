using System.Net;
using DebugDeck.Core.Certificates;

namespace DebugDeck.Core.Diagnosis.Certificates.Chains;

/// <summary>Whether a certificate is for a host (RFC 6125 as clients have it: a star stands for one whole label, the first).</summary>
public static class ServerName
{
    /// <param name="certificate">The server's.</param>
    /// <param name="host">A DNS name or an IP address.</param>
    /// <param name="byCommonName">Without any alternative names the common name counts.</param>
    public static bool Matches(CertificateFacts certificate, string host, bool byCommonName)
    {
        var extensions = certificate.Extensions;
        var isAddress = IPAddress.TryParse(host.Trim('[', ']'), out var address);
        if (isAddress && extensions.Addresses.Any(written => IPAddress.Parse(written).Equals(address)))
        {
            return true;
        }

        var names = extensions.Names.Count == 0 && extensions.Addresses.Count == 0 && byCommonName ? [certificate.Subject.ShortName] : extensions.Names;
        return isAddress
            ? extensions.Names.Count == 0 && extensions.Addresses.Count == 0 && byCommonName && certificate.Subject.ShortName == host
            : names.Any(name => Matches(name, host));
    }

    /// <summary>For what it is, in words: at most five names.</summary>
    public static string Describe(CertificateFacts certificate)
    {
        var names = certificate.Extensions.Names.Concat(certificate.Extensions.Addresses).ToList();
        return names.Count switch
        {
            0 => $"no alternative name, common name {certificate.Subject.ShortName}",
            > 5 => $"{string.Join(", ", names.Take(5))} and {names.Count - 5} more",
            _ => string.Join(", ", names),
        };
    }

    private static bool Matches(string pattern, string host)
    {
        var (name, wanted) = (pattern.TrimEnd('.'), host.TrimEnd('.'));
        if (name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // A star for a whole top-level domain is taken by nobody.
        var dot = wanted.IndexOf('.');
        return name.StartsWith("*.", StringComparison.Ordinal) && dot > 0 && name.AsSpan(2).Contains('.')
            && wanted.AsSpan(dot).Equals(name.AsSpan(1), StringComparison.OrdinalIgnoreCase);
    }
}
