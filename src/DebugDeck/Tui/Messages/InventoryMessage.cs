using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Messages;

/// <summary>What the user does with the list of targets.</summary>
internal abstract record InventoryMessage : Message
{
    private InventoryMessage()
    {
    }

    /// <summary>Sort by a column; the one it is sorted by already turns round.</summary>
    internal sealed record Sorted(SortColumn Column) : InventoryMessage;

    /// <summary>Sort by the next visible column, or the one before.</summary>
    internal sealed record SortMoved(int Step) : InventoryMessage;

    internal sealed record SortTurned : InventoryMessage;

    internal sealed record FilterCleared : InventoryMessage;

    internal sealed record DetailsAsked(TargetKey Target) : InventoryMessage;
}
