using System.Collections.Immutable;

namespace DebugDeck.Core.Playbooks.Running;

/// <summary>How long things took. Kept apart from the evidence: it must not change what is concluded.</summary>
/// <param name="TotalMs">The whole run.</param>
/// <param name="StepMs">Each step, from its first wish to its last answer.</param>
public sealed record RunTimes(long TotalMs, ImmutableSortedDictionary<string, long> StepMs)
{
    public static RunTimes None { get; } = new(0, ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal));
}
