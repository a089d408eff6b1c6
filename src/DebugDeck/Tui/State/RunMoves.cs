using DebugDeck.Tui.Screens;

namespace DebugDeck.Tui.State;

/// <summary>Moving about in a run: up and down from step to step, by pages in what the step says.</summary>
internal static class RunMoves
{
    public static RunPage Move(DeckState state, RunPage page, Motion motion, int height) => motion switch
    {
        Motion.PageUp or Motion.PageDown => page with
        {
            Top = ScrollPosition.Move(page.Top, motion, RunScreen.LastTop(state, page), Pictures.DeckLayout.Of(state).Side.Height),
        },
        _ => Moved(page, page.Position.Move(motion, Steps(page), height)),
    };

    public static RunPage Scroll(DeckState state, RunPage page, int rows) => page with { Top = Math.Clamp(page.Top + rows, 0, RunScreen.LastTop(state, page)) };

    /// <summary>Selects a step; one that does not exist gives the nearest.</summary>
    public static RunPage To(RunPage page, int step, int height) => Moved(page, page.Position.Select(step, Steps(page), height));

    private static RunPage Moved(RunPage page, ListPosition position) =>
        position.Selected == page.Position.Selected ? page with { Position = position } : page with { Position = position, Top = 0, Fix = 0, File = 0 };

    private static int Steps(RunPage page) => page.Report?.Steps.Count ?? 0;
}
