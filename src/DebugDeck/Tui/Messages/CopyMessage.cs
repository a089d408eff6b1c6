using DebugDeck.Core.Files.Copying;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Messages;

/// <summary>What concerns a copy.</summary>
internal abstract record CopyMessage : Message
{
    private CopyMessage()
    {
    }

    internal sealed record Progressed(int Page, CopyProgress Progress) : CopyMessage;

    internal sealed record Finished(int Page, CopyResult Result, DateTimeOffset At) : CopyMessage;

    internal sealed record Failed(int Page, Problem Problem, DateTimeOffset At) : CopyMessage;

    /// <summary>The user takes it back.</summary>
    internal sealed record CancelAsked : CopyMessage;

    /// <summary>It has stopped and cleaned up.</summary>
    internal sealed record Cancelled(int Page, DateTimeOffset At) : CopyMessage;
}
