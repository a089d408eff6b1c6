namespace DebugDeck.Core.Anatomy.Knowledge;

/// <summary>From and to, in megabytes (powers of ten, as registries and engines show sizes).</summary>
public sealed record SizeRange(int Least, int Most);
