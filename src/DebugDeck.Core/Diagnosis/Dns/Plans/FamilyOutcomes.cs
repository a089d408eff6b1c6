using DebugDeck.Core.Diagnosis.Dns.Resolvers;

namespace DebugDeck.Core.Diagnosis.Dns.Plans;

/// <summary>How the two questions for one name end.</summary>
/// <param name="V4">The one for type A.</param>
/// <param name="V6">The one for type AAAA; null if it is not asked.</param>
public readonly record struct FamilyOutcomes(DnsOutcome V4, DnsOutcome? V6)
{
    public static FamilyOutcomes Same(DnsOutcome outcome) => new(outcome, outcome);

    /// <summary>What a resolver makes of both. musl wants both to be answered without error: one bad answer spoils the good one.</summary>
    public DnsOutcome For(ResolverKind resolver)
    {
        if (V6 is not { } v6 || v6 == V4)
        {
            return V4;
        }

        var hasAnswer = V4 == DnsOutcome.Answer || v6 == DnsOutcome.Answer;
        if (resolver == ResolverKind.Musl)
        {
            return IsError(V4) ? V4 : IsError(v6) ? v6 : hasAnswer ? DnsOutcome.Answer : DnsOutcome.NoData;
        }

        return hasAnswer ? DnsOutcome.Answer : V4 is DnsOutcome.NoSuchName or DnsOutcome.NoData ? v6 is DnsOutcome.NoSuchName ? V4 : v6 : V4;
    }

    private static bool IsError(DnsOutcome outcome) => outcome is not (DnsOutcome.Answer or DnsOutcome.NoData);
}
