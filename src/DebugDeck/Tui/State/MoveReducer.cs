using DebugDeck.Tui.Messages;
using DebugDeck.Tui.Screens;

namespace DebugDeck.Tui.State;

/// <summary>Moving about in whatever is visible.</summary>
internal static class MoveReducer
{
    public static DeckState Reduce(DeckState state, MoveMessage message) => message switch
    {
        MoveMessage.Moved m => Move(state, m.Motion),
        MoveMessage.Scrolled m => Scroll(state, m.Rows),
        MoveMessage.RowChosen m => Choose(state, m.VisibleRow),
        _ => state,
    };

    /// <summary>Keeps the selections visible after the size of the screen has changed.</summary>
    public static DeckState Fit(DeckState state)
    {
        var height = InventoryScreen.RowCount(state);
        var inventory = state.Inventory;
        state = state with { Inventory = inventory with { Position = inventory.Position.Select(inventory.Position.Selected, inventory.Rows.Length, height) } };
        return state.EditVisible<FilesPage>(page => page with { Position = page.Position.Select(page.Position.Selected, page.Entries.Count, height) })
            .EditVisible<PlaybooksPage>(page => page with { Position = page.Position.Select(page.Position.Selected, page.Playbooks.Count, height) })
            .EditVisible<RunPage>(page => RunMoves.To(page, page.Position.Selected, height));
    }

    private static DeckState Move(DeckState state, Motion motion)
    {
        var height = InventoryScreen.RowCount(state);
        return state.Page switch
        {
            null => Select(state, state.Inventory.Position.Move(motion, state.Inventory.Rows.Length, height)),
            FilesPage => state.EditVisible<FilesPage>(page => page with { Position = page.Position.Move(motion, page.Entries.Count, height), Wanted = null }),
            PickPage page => PickReducer.Move(state, page.Position.Move(motion, page.Shown.Length, height)),
            PlaybooksPage => state.EditVisible<PlaybooksPage>(page => page with { Position = page.Position.Move(motion, page.Playbooks.Count, height) }),
            RunPage => state.EditVisible<RunPage>(page => RunMoves.Move(state, page, motion, height)),
            LogsPage page => LogsReducer.Move(state, page, motion),
            _ => ScrollText(state, top => ScrollPosition.Move(top, motion, LastTop(state), TextScreen.Height(state))),
        };
    }

    private static DeckState Scroll(DeckState state, int rows)
    {
        var height = InventoryScreen.RowCount(state);
        switch (state.Page)
        {
            case null:
                return Select(state, state.Inventory.Position.Scroll(rows, state.Inventory.Rows.Length, height));
            case FilesPage:
                return state.EditVisible<FilesPage>(page => page with { Position = page.Position.Scroll(rows, page.Entries.Count, height), Wanted = null });
            case PickPage page:
                return PickReducer.Move(state, page.Position.Scroll(rows, page.Shown.Length, height));
            case PlaybooksPage:
                return state.EditVisible<PlaybooksPage>(page => page with { Position = page.Position.Scroll(rows, page.Playbooks.Count, height) });
            case RunPage:
                return state.EditVisible<RunPage>(page => RunMoves.Scroll(state, page, rows));
            case LogsPage page:
                return LogsReducer.Scroll(state, page, rows);
            default:
                return ScrollText(state, top => Math.Clamp(top + rows, 0, LastTop(state)));
        }
    }

    private static DeckState Choose(DeckState state, int row)
    {
        var height = InventoryScreen.RowCount(state);
        return state.Page switch
        {
            null when state.Inventory.Position.Top + row < state.Inventory.Rows.Length =>
                Select(state, state.Inventory.Position.Select(state.Inventory.Position.Top + row, state.Inventory.Rows.Length, height)),
            PickPage pick when pick.Position.Top + row < pick.Shown.Length => PickReducer.Move(state, pick.Position.Select(pick.Position.Top + row, pick.Shown.Length, height)),
            FilesPage files when files.Position.Top + row < files.Entries.Count =>
                state.EditVisible<FilesPage>(page => page with { Position = page.Position.Select(page.Position.Top + row, page.Entries.Count, height), Wanted = null }),
            PlaybooksPage playbooks when playbooks.Position.Top + row < playbooks.Playbooks.Count =>
                state.EditVisible<PlaybooksPage>(page => page with { Position = page.Position.Select(page.Position.Top + row, page.Playbooks.Count, height) }),
            RunPage => state.EditVisible<RunPage>(page => RunMoves.To(page, page.Position.Top + row, height)),
            _ => state,
        };
    }

    private static DeckState Select(DeckState state, ListPosition position) => state with
    {
        Inventory = state.Inventory with
        {
            Position = position,
            HasChosen = true,
            Selected = position.Selected < state.Inventory.Rows.Length ? state.Inventory.Rows[position.Selected] : state.Inventory.Selected,
        },
    };

    private static DeckState ScrollText(DeckState state, Func<int, int> move) => state
        .EditVisible<DetailsPage>(page => page with { Top = move(page.Top) })
        .EditVisible<PlanPage>(page => page with { Top = move(page.Top) })
        .EditVisible<HelpPage>(page => page with { Top = move(page.Top) });

    private static int LastTop(DeckState state) => Math.Max(0, TextScreen.Lines(state).Count - TextScreen.Height(state));
}
