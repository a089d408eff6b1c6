using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Messages;

/// <summary>What happens to the text field at the foot of the screen.</summary>
internal abstract record PromptMessage : Message
{
    private PromptMessage()
    {
    }

    internal sealed record Opened(PromptKind Kind) : PromptMessage;

    internal sealed record Edited(string Text) : PromptMessage;

    internal sealed record Accepted : PromptMessage;

    internal sealed record Abandoned : PromptMessage;
}
