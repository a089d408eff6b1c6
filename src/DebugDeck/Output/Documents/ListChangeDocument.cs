namespace DebugDeck.Output.Documents;

/// <summary>One line of <c>list --watch -o json</c>.</summary>
/// <param name="SchemaVersion">1.</param>
/// <param name="Type"><c>added</c>, <c>changed</c>, <c>removed</c> (a target) or <c>host</c>.</param>
/// <param name="Host">The host that changed; null for the other types.</param>
/// <param name="Target">The target; null for <c>host</c>.</param>
internal sealed record ListChangeDocument(int SchemaVersion, string Type, HostDocument? Host, TargetDocument? Target)
{
    public ListChangeDocument(string type, HostDocument? host, TargetDocument? target)
        : this(1, type, host, target)
    {
    }
}
