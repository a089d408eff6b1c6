using DebugDeck.Tui.Pictures;

namespace DebugDeck.Tui.Cells;

/// <summary>Puts a line of text of several tones on a canvas.</summary>
internal static class StyledLineWriter
{
    private const int Gap = 2;

    public static void Put(CellCanvas canvas, int y, StyledLine line, Palette palette)
    {
        var start = Columns(line.Runs);
        var atEnd = Columns(line.End);
        // What stands at the right edge gives way rather than hide the beginning.
        var hasRoom = atEnd > 0 && start + Gap + atEnd <= canvas.Width;
        var end = hasRoom ? canvas.Width - atEnd : canvas.Width;
        var x = Append(canvas, 0, y, end, line.Runs, palette);
        canvas.Put(x, y, end, "", palette[Tone.Normal]);
        if (start > end)
        {
            canvas.Put(end - 1, y, end, "…", palette[Tone.Dim]);
        }

        if (hasRoom)
        {
            Append(canvas, end, y, canvas.Width, line.End, palette);
        }
    }

    private static int Append(CellCanvas canvas, int x, int y, int end, IReadOnlyList<TextRun> runs, Palette palette)
    {
        foreach (var run in runs)
        {
            x = canvas.Append(x, y, end, run.Text, palette[run.Tone]);
        }

        return x;
    }

    private static int Columns(IReadOnlyList<TextRun> runs)
    {
        var columns = 0;
        foreach (var run in runs)
        {
            columns += CellCanvas.Columns(run.Text);
        }

        return columns;
    }
}
