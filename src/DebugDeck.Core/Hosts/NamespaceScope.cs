namespace DebugDeck.Core.Hosts;

/// <summary>Which namespaces of a host are looked at.</summary>
/// <param name="Names">Sorted, each once; empty for all.</param>
public sealed record NamespaceScope(IReadOnlyList<string> Names)
{
    public static NamespaceScope All { get; } = new([]);

    public bool IsAll => Names.Count == 0;

    /// <summary>These namespaces, in whatever order they were named.</summary>
    public static NamespaceScope Of(params IEnumerable<string> names) => new([.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    /// <summary>As a person reads it: <c>all namespaces</c>, <c>shop</c>, <c>locked, shop</c>.</summary>
    public override string ToString() => IsAll ? "all namespaces" : string.Join(", ", Names);

    public bool Equals(NamespaceScope? other) => other is not null && Names.SequenceEqual(other.Names, StringComparer.Ordinal);

    public override int GetHashCode() => Names.Aggregate(0, (hash, name) => HashCode.Combine(hash, name));
}
