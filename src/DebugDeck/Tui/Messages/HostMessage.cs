using DebugDeck.Core.Anatomy.Summary;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Shells;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Messages;

/// <summary>What hosts report.</summary>
internal abstract record HostMessage : Message
{
    private HostMessage()
    {
    }

    internal sealed record Reported(string Host, InventoryChange Change) : HostMessage;

    internal sealed record ShellFound(TargetKey Target, ShellFinding Finding) : HostMessage;

    /// <summary>What an image is built on, as far as that can be told without starting anything.</summary>
    internal sealed record BaseFound(string ImageId, BaseSummary Base) : HostMessage;

    /// <summary>A host that was chosen while the program runs is known now. It has a scope if it has namespaces.</summary>
    internal sealed record Opened(HostInfo Info, NamespaceScope? Scope) : HostMessage;

    /// <summary>The user wants everything looked at again.</summary>
    internal sealed record RefreshAsked : HostMessage;
}
