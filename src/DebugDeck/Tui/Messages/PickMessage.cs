using DebugDeck.Core.Hosts;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Messages;

/// <summary>What concerns the choice of namespaces and contexts.</summary>
internal abstract record PickMessage : Message
{
    private PickMessage()
    {
    }

    internal sealed record NamespacesAsked(string Host) : PickMessage;

    internal sealed record ContextsAsked : PickMessage;

    /// <summary>All namespaces of a host, without asking which.</summary>
    internal sealed record AllAsked(string Host) : PickMessage;

    internal sealed record Listed(int Page, NamespaceChoices Choices) : PickMessage;

    internal sealed record Failed(int Page, Problem Problem) : PickMessage;

    /// <summary>The selected context is shown beside the others, or not any more.</summary>
    internal sealed record Toggled : PickMessage;
}
