using System.Net;

namespace DebugDeck.Core.Diagnosis.Dns.Lookups;

/// <summary>
/// Reads what <c>nslookup</c> says: that of busybox 1.35 and later, of older ones, and BIND's. They differ in words and agree in a few signs.
/// </summary>
public static class NslookupText
{
    public static (DnsOutcome Outcome, IReadOnlyList<string> Addresses) Read(string text)
    {
        if (text.Contains("NXDOMAIN", StringComparison.Ordinal))
        {
            return (DnsOutcome.NoSuchName, []);
        }

        var failure = text switch
        {
            _ when text.Contains("SERVFAIL", StringComparison.Ordinal) => DnsOutcome.ServerFailure,
            _ when text.Contains("REFUSED", StringComparison.Ordinal) || text.Contains("Query refused", StringComparison.Ordinal) => DnsOutcome.Refused,
            _ when text.Contains("connection refused", StringComparison.OrdinalIgnoreCase) => DnsOutcome.ConnectionRefused,
            _ when text.Contains("unreachable", StringComparison.OrdinalIgnoreCase) || text.Contains("No route to host", StringComparison.OrdinalIgnoreCase) => DnsOutcome.NoRoute,
            _ when text.Contains("timed out", StringComparison.OrdinalIgnoreCase) || text.Contains("no servers could be reached", StringComparison.Ordinal) => DnsOutcome.Timeout,
            _ => DnsOutcome.Answer,
        };
        if (failure != DnsOutcome.Answer)
        {
            return (failure, []);
        }

        var addresses = Addresses(text).ToList();
        return addresses.Count > 0 ? (DnsOutcome.Answer, addresses)
            : text.Contains("No answer", StringComparison.OrdinalIgnoreCase) ? (DnsOutcome.NoData, [])
            : text.Contains("can't resolve", StringComparison.Ordinal) || text.Contains("can't find", StringComparison.Ordinal) ? (DnsOutcome.OtherError, [])
            : (text.Contains("Server:", StringComparison.Ordinal) ? DnsOutcome.NoData : DnsOutcome.Malformed, []);
    }

    // The first block names the server; the addresses of the answer come behind a line with a name.
    private static IEnumerable<string> Addresses(string text)
    {
        var isAnswer = false;
        foreach (var line in text.Split('\n'))
        {
            isAnswer |= line.StartsWith("Name:", StringComparison.Ordinal);
            if (isAnswer && line.StartsWith("Address", StringComparison.Ordinal) && line.IndexOf(':') is > 0 and var at
                && IPAddress.TryParse(line[(at + 1)..].Trim().Split(' ')[0], out var address))
            {
                yield return address.ToString();
            }
        }
    }
}
