using System.Globalization;
using DebugDeck.Core.Diagnosis.Dns.Wire;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Diagnosis.Dns.Lookups;

/// <summary>How a lookup is shown and kept.</summary>
public static class DnsEvidence
{
    public static EvidenceKind Kind { get; } = new EvidenceKind<DnsLookupRequest, DnsLookup>("lookup", DnsJson.Default.DnsLookupRequest, DnsJson.Default.DnsLookup, Show);

    public static Evidence Line(DnsLookupRequest request, DnsLookup lookup) => Show(request, lookup)[0];

    /// <summary>An end in words.</summary>
    public static string Word(DnsOutcome outcome) => outcome switch
    {
        DnsOutcome.Answer => "answer",
        DnsOutcome.NoData => "NOERROR without records",
        DnsOutcome.NoSuchName => "NXDOMAIN",
        DnsOutcome.ServerFailure => "SERVFAIL",
        DnsOutcome.Refused => "REFUSED",
        DnsOutcome.OtherError => "an error code",
        DnsOutcome.Timeout => "no answer in time",
        DnsOutcome.ConnectionRefused => "connection refused",
        DnsOutcome.NoRoute => "no route to the server",
        _ => "no DNS message",
    };

    private static string Type(DnsRecordType type) => type == DnsRecordType.Own ? "CH TXT" : type.ToString().ToUpperInvariant();

    private static IReadOnlyList<Evidence> Show(DnsLookupRequest request, DnsLookup lookup) =>
    [
        .. lookup.Attempts.Select(attempt => new Evidence(
            "lookup",
            $"{Type(request.Type)} {request.Name} @{request.Server} ({(request.Transport == DnsTransport.Tcp ? "TCP" : "UDP")})",
            string.Create(CultureInfo.InvariantCulture, $"{Word(attempt.Outcome)}{(attempt.Outcome == DnsOutcome.Timeout && attempt.Milliseconds >= DnsGatherer.Patience.TotalMilliseconds ? " (not waited for any longer)" : "")}{(attempt.Values.Count > 0 ? $" {string.Join(", ", attempt.Values)}" : "")}, {attempt.Milliseconds} ms{(attempt.Ttl is { } ttl ? $", TTL {ttl} s" : "")}"))),
    ];
}
