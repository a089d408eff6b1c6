using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Messages;

/// <summary>What concerns a copy.</summary>
internal abstract record CopyMessage : Message
{
    private CopyMessage()
    {
    }

    internal sealed record Progressed(int Page, int Files, long Bytes, string Current) : CopyMessage;

    internal sealed record Finished(int Page, string Result, int Files, long Bytes, IReadOnlyList<string> Remarks, DateTimeOffset At) : CopyMessage;

    internal sealed record Failed(int Page, Problem Problem, DateTimeOffset At) : CopyMessage;

    /// <summary>The user takes it back.</summary>
    internal sealed record CancelAsked : CopyMessage;

    /// <summary>It has stopped and cleaned up.</summary>
    internal sealed record Cancelled(int Page, DateTimeOffset At) : CopyMessage;
}
