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
        text.Value("to", page.Result ?? page.Destination);
        text.Blank();
        text.Value("copied", $"{Count.Of(page.Files, "file")}, {ByteSize.Format(page.Bytes)}{Rate(page.Bytes, elapsed)}", Tone.Strong);
        text.Value("elapsed", Duration.Format(elapsed));
        text.Value("now", page.Phase == CopyPhase.Running ? page.Current : null, Tone.Dim);
        text.Blank();
        Outcome(text, page);
        return text.Lines;
    }

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
                text.Sentence(problem.Message, Tone.Bad);
                if (problem.Hint is { } hint)
                {
                    text.Sentence(hint, Tone.Normal, "hint: ");
                }

                break;
        }

        foreach (var remark in page.Remarks)
        {
            text.Sentence(remark, Tone.Warn, "! ");
        }
    }

    // A rate over less than half a second says more about the start than about the copy.
    private static string Rate(long bytes, TimeSpan elapsed) =>
        elapsed.TotalSeconds < 0.5 ? "" : $", {ByteSize.Format((long)(bytes / elapsed.TotalSeconds))}/s";
}
