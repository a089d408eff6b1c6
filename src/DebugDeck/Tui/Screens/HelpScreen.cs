using DebugDeck.Tui.Keys;
using DebugDeck.Tui.Pictures;

namespace DebugDeck.Tui.Screens;

/// <summary>All keys, screen by screen.</summary>
internal static class HelpScreen
{
    private const int KeyWidth = 18;

    public static IReadOnlyList<StyledLine> Lines(int width)
    {
        var lines = new List<StyledLine>();
        foreach (var section in KeyList.Sections)
        {
            if (lines.Count > 0)
            {
                lines.Add(StyledLine.Empty);
            }

            lines.Add(StyledLine.Of(section.Title.ToUpperInvariant(), Tone.Head));
            foreach (var command in section.Commands)
            {
                var keys = string.Join(", ", command.Keys);
                foreach (var part in TextWrap.Words(command.Help, width - KeyWidth))
                {
                    lines.Add(StyledLine.Of(new TextRun(keys.PadRight(KeyWidth), Tone.Key), part));
                    keys = "";
                }
            }
        }

        return lines;
    }
}
