using DebugDeck.Tui.Pictures;

namespace DebugDeck.Tui.Screens;

/// <summary>A part of a line.</summary>
internal static class RunSlice
{
    /// <summary>The characters from <paramref name="start"/> on, at most <paramref name="length"/> of them.</summary>
    public static IReadOnlyList<TextRun> Cut(IReadOnlyList<TextRun> runs, int start, int length)
    {
        var cut = new List<TextRun>(runs.Count);
        foreach (var run in runs)
        {
            if (length <= 0)
            {
                break;
            }

            if (start >= run.Text.Length)
            {
                start -= run.Text.Length;
                continue;
            }

            var part = run.Text.AsSpan(start);
            part = part.Length > length ? part[..length] : part;
            cut.Add(run with { Text = part.ToString() });
            length -= part.Length;
            start = 0;
        }

        return cut;
    }
}
