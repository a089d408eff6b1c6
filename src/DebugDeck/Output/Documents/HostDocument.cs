using DebugDeck.Core.Hosts;

namespace DebugDeck.Output.Documents;

/// <summary>A host in a document.</summary>
internal sealed record HostDocument(string Name, string Kind, string State, string? Reason)
{
    public static HostDocument From(HostInfo info, HostStatus status) =>
        new(info.Name, DocumentWord.Of(info.Kind), DocumentWord.Of(status.State), status.Reason);
}
