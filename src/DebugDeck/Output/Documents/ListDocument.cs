namespace DebugDeck.Output.Documents;

/// <summary>What <c>list -o json</c> prints; its names are a contract (design.md 5).</summary>
internal sealed record ListDocument(int SchemaVersion, IReadOnlyList<HostDocument> Hosts, IReadOnlyList<TargetDocument> Targets)
{
    public ListDocument(IReadOnlyList<HostDocument> hosts, IReadOnlyList<TargetDocument> targets)
        : this(1, hosts, targets)
    {
    }
}
