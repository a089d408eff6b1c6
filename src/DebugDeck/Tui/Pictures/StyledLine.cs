namespace DebugDeck.Tui.Pictures;

/// <summary>One line of text on the screen.</summary>
/// <param name="Runs">From the left.</param>
/// <param name="End">At the right edge, as far as there is room.</param>
internal sealed record StyledLine(IReadOnlyList<TextRun> Runs, IReadOnlyList<TextRun> End)
{
    public static StyledLine Empty { get; } = new([], []);

    public static StyledLine Of(params IReadOnlyList<TextRun> runs) => new(runs, []);

    public static StyledLine Of(string text, Tone tone) => new([new TextRun(text, tone)], []);

    public override string ToString() => string.Concat(Runs.Select(run => run.Text)) + string.Concat(End.Select(run => run.Text));
}
