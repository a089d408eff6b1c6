using DebugDeck.Core.Text;
using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>A copy under way, or how it ended.</summary>
internal static class CopyScreen
{
    public static IReadOnlyList<StyledLine> Lines(DeckState state, CopyPage page, int width)
    {
        var text = new LabelledText(width);
        var elapsed = (page.EndedAt ?? state.Now) - page.StartedAt;
        text.Heading("COPY");
        text.Value("from", page.Source);
        text.Value("to", page.Result?.Path ?? page.Destination);
        text.Blank();
        text.Value("copied", $"{Amount(page)}{Rate(page.Result?.Bytes ?? page.Progress.Bytes, elapsed)}", Tone.Strong);
        text.Value("elapsed", Duration.Format(elapsed));
        text.Value("now", page.Phase == CopyPhase.Running ? page.Progress.Name : null, Tone.Dim);
        text.Blank();
        Outcome(text, page);
        return text.Lines;
    }

    private static string Amount(CopyPage page) => page.Result is { } result
        ? $"{Count.Of(result.Files, "file")} in {Count.Of(result.Folders, "folder")}, {Count.Of(result.Links, "link")}, {ByteSize.Format(result.Bytes)}"
        : $"{ByteSize.Format(page.Progress.Bytes)} so far, {Count.Of(page.Progress.Entries, "item")}";

    // A rate over less than half a second says more about the start than about the copy.
    private static string Rate(long bytes, TimeSpan elapsed) =>
        elapsed.TotalSeconds < 0.5 ? "" : $", {ByteSize.Format((long)(bytes / elapsed.TotalSeconds))}/s";

    private static void Outcome(LabelledText text, CopyPage page)
    {
        switch (page.Phase)
        {
            case CopyPhase.Done:
                text.Sentence("done", Tone.Good);
                break;
            case CopyPhase.Cancelling:
                text.Sentence("cancelling, what was written is being removed", Tone.Warn);
                break;
            case CopyPhase.Cancelled:
                text.Sentence("cancelled; nothing was left behind", Tone.Warn);
                break;
            case CopyPhase.Failed when page.Problem is { } problem:
                text.Problem("nothing was copied", problem);
                break;
        }

        foreach (var warning in page.Result?.Warnings ?? [])
        {
            text.Sentence(warning, Tone.Warn, "! ");
        }
    }
}
