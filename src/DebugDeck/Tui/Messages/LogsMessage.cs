using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Messages;

/// <summary>What concerns the log page.</summary>
internal abstract record LogsMessage : Message
{
    private LogsMessage()
    {
    }

    internal sealed record Asked(TargetKey Target) : LogsMessage;

    /// <summary>Lines arrived; <paramref name="Round"/> tells them from those of an earlier request.</summary>
    internal sealed record Arrived(int Page, int Round, IReadOnlyList<LogRow> Rows) : LogsMessage;

    internal sealed record Ended(int Page, int Round, Problem? Problem) : LogsMessage;

    internal sealed record FollowTurned : LogsMessage;

    internal sealed record WrapTurned : LogsMessage;

    internal sealed record TimestampsTurned : LogsMessage;

    internal sealed record PreviousTurned : LogsMessage;

    /// <summary>To the next match, or the one before.</summary>
    internal sealed record MatchMoved(int Step) : LogsMessage;

    /// <summary>Sideways, while long lines are not wrapped.</summary>
    internal sealed record Shifted(int Columns) : LogsMessage;
}
