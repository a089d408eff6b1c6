namespace DebugDeck.Core.Diagnosis.Dns.Lookups;

/// <summary>What came of a question that was asked one or more times.</summary>
/// <param name="Attempts">Each time.</param>
public sealed record DnsLookup(IReadOnlyList<DnsAttempt> Attempts)
{
    /// <summary>The end of the first attempt that got an answer of any kind; else of the first.</summary>
    public DnsOutcome Outcome => (Attempts.FirstOrDefault(attempt => attempt.IsAnswered) ?? (Attempts.Count > 0 ? Attempts[0] : null))?.Outcome ?? DnsOutcome.Malformed;

    public IReadOnlyList<string> Addresses => Attempts.FirstOrDefault(attempt => attempt.Outcome == DnsOutcome.Answer)?.Values ?? [];

    public int Lost => Attempts.Count(attempt => attempt.Outcome == DnsOutcome.Timeout);
}
