using System.Globalization;
using DebugDeck.Core.Playbooks.Running;
using DebugDeck.Core.Text;
using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>A run: its steps, and beside them what the selected one says (<see cref="RunStepText"/>).</summary>
internal static class RunScreen
{
    private const int ResultWidth = 8;
    private const int TimeWidth = 7;

    /// <summary>How much of the screen the steps take; the rest is for what they say.</summary>
    public static int StepsWidth(int width) => Math.Clamp(width * 2 / 5, 20, 56);

    public static GridPicture Draw(DeckState state, RunPage page)
    {
        var width = DeckLayout.Of(state).Body.Width;
        var withTime = width >= 40;
        var title = Math.Max(1, width - ResultWidth - 1 - (withTime ? TimeWidth + 1 : 0));
        GridColumn[] columns = [new GridColumn("RESULT", ResultWidth), new GridColumn("STEP", title)];
        var rows = (page.Report?.Steps ?? []).Skip(page.Position.Top).Take(InventoryScreen.RowCount(state))
            .Select((step, at) => new GridRow([Result(step), VisibleText.Escape(step.Step.Title), .. withTime ? (TextRun[])[Time(step)] : []], page.Position.Top + at == page.Position.Selected));
        return new GridPicture(withTime ? [.. columns, new GridColumn("TIME", TimeWidth, AlignEnd: true)] : columns, [.. rows], Message(page));
    }

    public static LinesPicture Side(RunPage page, int width, int height) => new([.. RunStepText.Lines(page, width).Skip(page.Top).Take(height)]);

    /// <summary>The greatest first line of the text beside the steps.</summary>
    public static int LastTop(DeckState state, RunPage page)
    {
        var side = DeckLayout.Of(state).Side;
        return Math.Max(0, RunStepText.Lines(page, side.Width).Count - side.Height);
    }

    public static TextRun Facts(DeckState state, RunPage page) => page.Phase switch
    {
        RunPhase.Running => new TextRun($"{(page.Words.Length > 0 ? VisibleText.Escape(page.Words) : "looking")} … {Duration.Format(state.Now - page.StartedAt)}", Tone.Warn),
        RunPhase.Paused => new TextRun(string.Create(CultureInfo.InvariantCulture, $"step {page.Until} of {page.Report!.Steps.Count}; n looks at the next"), Tone.Key),
        RunPhase.Cancelled => new TextRun("cancelled", Tone.Warn),
        RunPhase.Failed => new TextRun("failed", Tone.Bad),
        _ => new TextRun(page.Report!.Verdict, Tint(page.Report.Verdict)),
    };

    public static Tone Tint(string result) => result switch
    {
        "ok" => Tone.Good,
        "problem" => Tone.Bad,
        "warning" or "incomplete" => Tone.Warn,
        _ => Tone.Dim,
    };

    private static TextRun Result(StepReport step) => step.IsOver ? new TextRun(step.Result, Tint(step.Result)) : new TextRun(step.Status == StepStatus.Running ? "…" : "waits", Tone.Dim);

    private static TextRun Time(StepReport step) => new(
        !step.IsOver || step.Status == StepStatus.Skipped ? "" : step.DurationMs < 1000
            ? string.Create(CultureInfo.InvariantCulture, $"{step.DurationMs} ms")
            : string.Create(CultureInfo.InvariantCulture, $"{step.DurationMs / 1000.0:0.0} s"),
        Tone.Dim);

    private static IReadOnlyList<StyledLine> Message(RunPage page) => page.Report is null ? [StyledLine.Of("looking", Tone.Dim)] : [];
}
