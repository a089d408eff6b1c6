using System.Collections.Immutable;

namespace DebugDeck.Tui.State;

/// <summary>The log of one target.</summary>
internal sealed record LogsPage(int Id, TargetKey Target) : TargetPage(Id, Target)
{
    /// <summary>Older lines are dropped beyond this many.</summary>
    public const int Limit = 50_000;

    public ImmutableList<LogRow> Rows { get; init; } = [];

    /// <summary>Lines that were dropped to keep the limit.</summary>
    public long Dropped { get; init; }

    /// <summary>Stay at the end as lines arrive.</summary>
    public bool Follow { get; init; } = true;

    /// <summary>The first visible line while not following.</summary>
    public int Top { get; init; }

    /// <summary>Columns scrolled to the right while long lines are not wrapped.</summary>
    public int Left { get; init; }

    public bool Wrap { get; init; }

    public bool Timestamps { get; init; }

    /// <summary>The run before the present one.</summary>
    public bool Previous { get; init; }

    public string Search { get; init; } = "";

    /// <summary>The line of the match the user is at; -1 if none.</summary>
    public int Match { get; init; } = -1;

    /// <summary>There will be no more lines.</summary>
    public bool HasEnded { get; init; }

    public Problem? Problem { get; init; }

    /// <summary>Counts how often the log was asked for anew.</summary>
    public int Round { get; init; }
}
