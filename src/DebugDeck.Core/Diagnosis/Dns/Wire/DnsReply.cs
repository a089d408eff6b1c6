namespace DebugDeck.Core.Diagnosis.Dns.Wire;

/// <summary>What a name server answered.</summary>
/// <param name="Id">Of the question.</param>
/// <param name="Code">The response code (RFC 1035, RFC 6895).</param>
/// <param name="IsTruncated">There is more than fits.</param>
/// <param name="Records">Of the answer section.</param>
public sealed record DnsReply(int Id, int Code, bool IsTruncated, IReadOnlyList<DnsRecord> Records)
{
    /// <summary>How a question of that type ended.</summary>
    public DnsOutcome Outcome(DnsRecordType type) => Code switch
    {
        0 => Records.Any(record => record.Type == (int)type) ? DnsOutcome.Answer : DnsOutcome.NoData,
        2 => DnsOutcome.ServerFailure,
        3 => DnsOutcome.NoSuchName,
        5 => DnsOutcome.Refused,
        _ => DnsOutcome.OtherError,
    };
}
