using DebugDeck.Core.Diagnosis.Dns.Resolvers;

namespace DebugDeck.Core.Diagnosis.Dns.Plans;

/// <summary>What a resolver really does for a name, once it is known how each question ends.</summary>
/// <param name="Asked">The names that it comes to, in order, each with its end.</param>
/// <param name="Found">The name that had an answer; null if none had.</param>
/// <param name="NeverAsked">Names of the plan that it does not come to.</param>
public sealed record QueryWalk(IReadOnlyList<(PlannedName Name, DnsOutcome Outcome)> Asked, PlannedName? Found, IReadOnlyList<PlannedName> NeverAsked)
{
    /// <summary>Questions sent, none lost.</summary>
    public int Questions => Asked.Sum(asked => asked.Name.Questions);

    /// <summary>Questions that were sent for names without an answer.</summary>
    public int Wasted => Asked.Where(asked => asked.Outcome != DnsOutcome.Answer).Sum(asked => asked.Name.Questions);

    /// <summary>The end that the program hears of.</summary>
    public DnsOutcome Outcome { get; private init; } = DnsOutcome.Answer;

    /// <summary>Walks a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="outcome">How the questions for a name end.</param>
    public static QueryWalk Of(QueryPlan plan, Func<PlannedName, FamilyOutcomes> outcome)
    {
        var asked = new List<(PlannedName, DnsOutcome)>();
        var isOver = false;
        for (var i = 0; i < plan.Names.Count; i++)
        {
            // glibc tries the name as it was given even when the search list came to a bad end, and the search list whatever came of the name as it was given.
            var name = plan.Names[i];
            if (isOver && !(plan.Settings.Resolver.Kind == ResolverKind.Glibc && name.IsAsGiven))
            {
                continue;
            }

            var end = outcome(name).For(plan.Settings.Resolver.Kind);
            asked.Add((name, end));
            if (end == DnsOutcome.Answer)
            {
                return new QueryWalk(asked, name, [.. plan.Names.Skip(i + 1)]);
            }

            isOver |= !GoesOn(plan.Settings.Resolver.Kind, end) && !(plan.Settings.Resolver.Kind == ResolverKind.Glibc && name.IsAsGiven);
        }

        return new QueryWalk(asked, null, [.. plan.Names.Except(asked.Select(entry => entry.Item1))]) { Outcome = End(plan.Settings.Resolver.Kind, asked) };
    }

    /// <summary>Whether the next suffix is tried after such an end.</summary>
    public static bool GoesOn(ResolverKind resolver, DnsOutcome outcome) => resolver switch
    {
        // Only a name that does not exist is worth another suffix; "exists without addresses" and every failure end the lookup.
        ResolverKind.Musl => outcome == DnsOutcome.NoSuchName,
        ResolverKind.Go => outcome != DnsOutcome.Answer,
        _ => outcome is DnsOutcome.NoSuchName or DnsOutcome.NoData or DnsOutcome.ServerFailure,
    };

    // glibc (res_query.c) tells the end of the name as it was given if it asked for that first; else that a name on the way has no addresses, if one had none.
    private static DnsOutcome End(ResolverKind resolver, List<(PlannedName Name, DnsOutcome Outcome)> asked) => resolver is ResolverKind.Glibc or ResolverKind.Unknown
        ? asked is [{ Name.IsAsGiven: true } first, ..] ? first.Outcome
            : asked.Any(name => name.Outcome == DnsOutcome.NoData) ? DnsOutcome.NoData
            : Worst(asked.Select(name => name.Outcome))
        : Worst(asked.Select(name => name.Outcome));

    private static DnsOutcome Worst(IEnumerable<DnsOutcome> outcomes)
    {
        var all = outcomes.ToHashSet();
        return all.FirstOrDefault(outcome => outcome is not (DnsOutcome.NoSuchName or DnsOutcome.NoData or DnsOutcome.Answer)) is not DnsOutcome.Answer and var failure
            ? failure
            : all.Contains(DnsOutcome.NoData) ? DnsOutcome.NoData : DnsOutcome.NoSuchName;
    }
}
