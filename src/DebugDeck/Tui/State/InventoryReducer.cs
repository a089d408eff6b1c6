using DebugDeck.Tui.Messages;
using DebugDeck.Tui.Screens;

namespace DebugDeck.Tui.State;

/// <summary>What the user does with the list of targets.</summary>
internal static class InventoryReducer
{
    public static DeckState Reduce(DeckState state, InventoryMessage message) => message switch
    {
        InventoryMessage.Sorted m => Sort(state, m.Column, m.Column == state.Inventory.Sort && !state.Inventory.Descending),
        InventoryMessage.SortTurned => Sort(state, state.Inventory.Sort, !state.Inventory.Descending),
        InventoryMessage.SortMoved m => Sort(state, Neighbour(state, m.Step), descending: false),
        InventoryMessage.FilterCleared => Filter(state, ""),
        InventoryMessage.DetailsAsked m => state.Open(id => new DetailsPage(id, m.Target)),
        _ => state,
    };

    public static DeckState Filter(DeckState state, string filter) => state.Inventory.Filter == filter
        ? state
        : state with { Inventory = state.Inventory with { Filter = filter, IsStale = true, HasChosen = true, Position = default } };

    /// <summary>Puts the rows in order if anything has touched it, and keeps the selection on its target, or on its row if the target has gone.</summary>
    public static DeckState Settle(DeckState state)
    {
        if (!state.Inventory.IsStale)
        {
            return state;
        }

        var rows = InventoryOrder.Of(state);
        var selected = state.Inventory is { HasChosen: true, Selected: { } key } ? rows.IndexOf(key) : -1;
        var row = selected >= 0 ? selected : Math.Clamp(state.Inventory.Position.Selected, 0, Math.Max(0, rows.Length - 1));
        var longestName = 0;
        var longestNamespace = 0;
        var longestImage = 0;
        foreach (var shown in rows)
        {
            var target = state.Targets[shown];
            longestName = Math.Max(longestName, TargetText.Length(target));
            longestNamespace = Math.Max(longestNamespace, target.Container is null ? 0 : target.Project?.Length ?? 0);
            longestImage = Math.Max(longestImage, target.Image.Length);
        }

        return state with
        {
            Inventory = state.Inventory with
            {
                Rows = rows,
                IsStale = false,
                Position = state.Inventory.Position.Select(row, rows.Length, InventoryScreen.RowCount(state)),
                Selected = rows.IsEmpty ? state.Inventory.Selected : rows[row],
                HostCount = rows.Select(shown => shown.Host).Distinct().Count(),
                LongestNamespace = longestNamespace,
                LongestName = longestName,
                LongestImage = longestImage,
            },
        };
    }

    private static DeckState Sort(DeckState state, SortColumn column, bool descending) =>
        state with { Inventory = state.Inventory with { Sort = column, Descending = descending, IsStale = true } };

    private static SortColumn Neighbour(DeckState state, int step)
    {
        var columns = InventoryColumns.Of(state).Select(column => column.Sort).ToArray();
        var at = Array.IndexOf(columns, state.Inventory.Sort);
        return columns[((at < 0 ? 0 : at + step) + columns.Length) % columns.Length];
    }
}
