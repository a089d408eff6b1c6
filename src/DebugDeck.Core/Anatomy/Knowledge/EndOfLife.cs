namespace DebugDeck.Core.Anatomy.Knowledge;

/// <summary>The last day on which a release gets fixes from whoever makes it.</summary>
public sealed record EndOfLife(string Version, DateOnly Date)
{
    /// <summary>Only these variants of the family; all if empty.</summary>
    public IReadOnlyList<string> Variants { get; init => field = value ?? []; } = [];
}
