using DebugDeck.Core.Hosts;
using DebugDeck.Core.Text;
using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>The table of all targets.</summary>
internal static class InventoryScreen
{
    /// <summary>How many rows a table shows below its header.</summary>
    public static int RowCount(DeckState state) => Math.Max(0, DeckLayout.Of(state).Body.Height - 1);

    public static GridPicture Draw(DeckState state)
    {
        var inventory = state.Inventory;
        var columns = InventoryColumns.Of(state);
        var last = Math.Min(inventory.Rows.Length, inventory.Position.Top + RowCount(state));
        var rows = new List<GridRow>(Math.Max(0, last - inventory.Position.Top));
        for (var at = inventory.Position.Top; at < last; at++)
        {
            var target = state.Targets[inventory.Rows[at]];
            rows.Add(new GridRow([.. columns.Select(column => InventoryCells.Of(state, target, column))], at == inventory.Position.Selected));
        }

        return new GridPicture([.. columns.Select(column => Title(inventory, column))], rows, rows.Count == 0 ? Nothing(state) : []);
    }

    public static StyledLine DrawTitle(DeckState state)
    {
        var tally = Tally.Of(state);
        var filtered = state.Inventory.Filter.Length > 0 ? $"{state.Inventory.Rows.Length} of " : "";
        var counts = tally.Total == 0 ? "" : $"  {filtered}{Count.Of(tally.Total, "container")}, {tally.Running} running, {tally.Shellless} without a shell";
        return new StyledLine([new TextRun("DebugDeck", Tone.Accent), counts], [.. Ready(state)]);
    }

    private static IEnumerable<TextRun> Ready(DeckState state)
    {
        var ready = state.Hosts.Where(host => host.Status.State == HostState.Ready).Select(host => $"{host.Info.Name} {host.Status.Version}".TrimEnd() + (host.Scope is { } scope ? $" ({scope})" : ""));
        return [new TextRun(VisibleText.Escape(string.Join(", ", ready)), Tone.Dim)];
    }

    private static GridColumn Title(InventoryState inventory, InventoryColumn column)
    {
        var mark = column.Sort != inventory.Sort ? "" : inventory.Descending ? "↑" : "↓";
        // A narrow column has no room for a blank before the mark.
        var title = column.Title.Length + 2 <= column.Width && mark.Length > 0 ? $"{column.Title} {mark}" : column.Title + mark;
        return new GridColumn(title, Math.Max(column.Width, mark.Length > 0 ? title.Length : 0), column.AlignEnd);
    }

    private static IReadOnlyList<StyledLine> Nothing(DeckState state)
    {
        if (state.Targets.Count > 0)
        {
            return [StyledLine.Of($"nothing matches '{VisibleText.Escape(state.Inventory.Filter)}'", Tone.Normal), StyledLine.Of("Esc shows everything again", Tone.Dim)];
        }

        if (state.Hosts.IsEmpty)
        {
            return [StyledLine.Of("no engine and no cluster was found", Tone.Normal), StyledLine.Of("debugdeck doctor says where it looked", Tone.Dim)];
        }

        return state.Hosts.Any(host => host.Status.State == HostState.Connecting)
            ? [StyledLine.Of("waiting for the first answer", Tone.Dim)]
            : state.Hosts.All(host => host.Status.State == HostState.Unreachable)
                ? [StyledLine.Of("no host answers", Tone.Normal), StyledLine.Of("DebugDeck keeps trying; debugdeck doctor says more", Tone.Dim)]
                : [StyledLine.Of("no containers", Tone.Normal), StyledLine.Of("they appear here as they are started", Tone.Dim)];
    }
}
