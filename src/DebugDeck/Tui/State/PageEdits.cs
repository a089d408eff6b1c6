namespace DebugDeck.Tui.State;

/// <summary>Changes to the stack of pages.</summary>
internal static class PageEdits
{
    /// <summary>Puts a page on top.</summary>
    public static DeckState Open(this DeckState state, Func<int, Page> page) => state with
    {
        Pages = state.Pages.Add(page(state.NextPageId)),
        NextPageId = state.NextPageId + 1,
        Prompt = null,
        Note = null,
    };

    /// <summary>Takes the visible page away; on the inventory itself nothing happens.</summary>
    public static DeckState Close(this DeckState state) => state.Pages.IsEmpty
        ? state
        : state with { Pages = state.Pages.RemoveAt(state.Pages.Count - 1), Prompt = null };

    /// <summary>Changes the page with an id wherever it is in the stack; an answer for a page that was left changes nothing.</summary>
    public static DeckState Edit<TPage>(this DeckState state, int id, Func<TPage, TPage> edit)
        where TPage : Page
    {
        for (var at = state.Pages.Count - 1; at >= 0; at--)
        {
            if (state.Pages[at] is TPage page && page.Id == id)
            {
                return state with { Pages = state.Pages.SetItem(at, edit(page)) };
            }
        }

        return state;
    }

    /// <summary>Changes the visible page if it is of that kind.</summary>
    public static DeckState EditVisible<TPage>(this DeckState state, Func<TPage, TPage> edit)
        where TPage : Page =>
        state.Page is TPage page ? state.Edit(page.Id, edit) : state;
}
