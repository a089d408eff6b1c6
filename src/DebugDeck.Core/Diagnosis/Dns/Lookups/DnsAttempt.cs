namespace DebugDeck.Core.Diagnosis.Dns.Lookups;

/// <summary>One question and its end.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Milliseconds">How long that took, the toolbox's start included.</param>
/// <param name="Values">Addresses and aliases of the answer.</param>
/// <param name="Ttl">The least that an answer may be kept, in seconds; null where the answer does not say.</param>
/// <param name="IsTruncated">It did not fit into a datagram.</param>
/// <param name="Raw">What the tool said, where it was a tool; null for a message of our own.</param>
/// <param name="Size">Bytes of the answer, where it came over TCP and so is whole; null where that is not known.</param>
public sealed record DnsAttempt(DnsOutcome Outcome, long Milliseconds, IReadOnlyList<string> Values, long? Ttl, bool IsTruncated, string? Raw, int? Size = null)
{
    /// <summary>The server said something.</summary>
    public bool IsAnswered => Outcome is DnsOutcome.Answer or DnsOutcome.NoData or DnsOutcome.NoSuchName or DnsOutcome.ServerFailure or DnsOutcome.Refused or DnsOutcome.OtherError;
}
