using System.Collections.Immutable;

namespace DebugDeck.Tui.State;

/// <summary>The list of targets: what of it is shown, in which order, and where the user is in it.</summary>
internal sealed record InventoryState
{
    /// <summary>Words that must all be in a target's name, image, state or project; empty for everything.</summary>
    public string Filter { get; init; } = "";

    public SortColumn Sort { get; init; } = SortColumn.Target;

    public bool Descending { get; init; }

    /// <summary>The targets shown, in order.</summary>
    public ImmutableArray<TargetKey> Rows { get; init; } = [];

    /// <summary>The rows may no longer be right and are put in order anew before anyone sees them.</summary>
    public bool IsStale { get; init; }

    /// <summary>The selection is a target, not a row: it stays when rows come, go and move.</summary>
    public TargetKey? Selected { get; init; }

    public ListPosition Position { get; init; }

    /// <summary>The user has moved or filtered; until then the first row stays selected while rows arrive around it.</summary>
    public bool HasChosen { get; init; }

    /// <summary>How many hosts the rows come from; the host is only worth a column if there are several.</summary>
    public int HostCount { get; init; }

    /// <summary>The longest namespace among the rows that have one; 0 if none has, which is then not worth a column.</summary>
    public int LongestNamespace { get; init; }

    /// <summary>The longest name and image among the rows, for the widths of their columns.</summary>
    public int LongestName { get; init; }

    public int LongestImage { get; init; }
}
