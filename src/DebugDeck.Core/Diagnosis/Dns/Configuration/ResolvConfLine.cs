namespace DebugDeck.Core.Diagnosis.Dns.Configuration;

/// <summary>A line of <c>resolv.conf</c>.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Keyword"><c>nameserver</c>, <c>search</c>, <c>options</c>, …</param>
/// <param name="Words">What follows it.</param>
/// <param name="Length">Characters of the whole line without its end; some resolvers do not read long ones.</param>
public sealed record ResolvConfLine(int Number, string Keyword, IReadOnlyList<string> Words, int Length)
{
    public bool IsSearch => Keyword is "search" or "domain" && Words.Count > 0;
}
