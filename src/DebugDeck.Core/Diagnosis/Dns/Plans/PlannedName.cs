namespace DebugDeck.Core.Diagnosis.Dns.Plans;

/// <summary>A name that a resolver will ask for.</summary>
/// <param name="Name">As it goes into the question, without a dot at its end.</param>
/// <param name="Suffix">The search domain that was put behind it; null for the name as it was given.</param>
/// <param name="Questions">How many questions are sent for it when none gets lost: families times the servers that are asked at once.</param>
public sealed record PlannedName(string Name, string? Suffix, int Questions)
{
    public bool IsAsGiven => Suffix is null;
}
