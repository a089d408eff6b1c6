using DebugDeck.Core.Diagnosis.Dns.Resolvers;

namespace DebugDeck.Core.Diagnosis.Dns.Plans;

/// <summary>What a resolver will do for one name: every question, in order, as long as no answer ends it.</summary>
public sealed record QueryPlan
{
    /// <summary>As the program wrote it.</summary>
    public required string Given { get; init; }

    public required ResolverSettings Settings { get; init; }

    public required IReadOnlyList<PlannedName> Names { get; init; }

    public AddressFamilies Families { get; init; } = AddressFamilies.Both;

    /// <summary>Why it asks nobody: the name is an address, stands in <c>/etc/hosts</c>, or cannot be a name. Null if it does ask.</summary>
    public string? NoQuestions { get; init; }

    /// <summary>The servers that one name is asked of before the next is tried.</summary>
    public IReadOnlyList<string> ServersAtOnce => Settings.Resolver.AsksAllServers ? Settings.Servers : [.. Settings.Servers.Take(1)];

    /// <summary>Questions sent if nothing is found before the last name, and none gets lost.</summary>
    public int Questions => Names.Sum(name => name.Questions);

    /// <summary>Questions that would do, were the right name asked for at once.</summary>
    public int Needed => Names.Count == 0 ? 0 : Names[0].Questions;

    /// <summary>The longest it can take when no server answers.</summary>
    public TimeSpan LongestWait => Settings.Resolver.Kind == ResolverKind.Musl
        ? Settings.Timeout
        : Settings.Timeout * Settings.Attempts * Settings.Servers.Count;
}
