using DebugDeck.Core.Text;
using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>Collects the lines of a page that consists of headings, labelled values and sentences.</summary>
internal sealed class LabelledText(int width)
{
    private const int LabelWidth = 11;
    private readonly List<StyledLine> _lines = [];

    public IReadOnlyList<StyledLine> Lines => _lines;

    public void Heading(string text)
    {
        if (_lines.Count > 0)
        {
            _lines.Add(StyledLine.Empty);
        }

        _lines.Add(StyledLine.Of(text, Tone.Head));
    }

    /// <summary>A label and its value; nothing at all if there is no value.</summary>
    public void Value(string label, string? value, Tone tone = Tone.Normal)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        if (label.Length >= LabelWidth)
        {
            // A playbook's inputs are called as their author likes.
            _lines.Add(StyledLine.Of(new TextRun(label, Tone.Dim)));
            label = "";
        }

        foreach (var part in TextWrap.Words(VisibleText.Escape(value), width - LabelWidth))
        {
            _lines.Add(StyledLine.Of(new TextRun(label.PadRight(LabelWidth), Tone.Dim), new TextRun(part, tone)));
            label = "";
        }
    }

    public void Sentence(string text, Tone tone = Tone.Normal, string bullet = "")
    {
        var indent = bullet;
        foreach (var part in TextWrap.Words(VisibleText.Escape(text), width - bullet.Length))
        {
            _lines.Add(StyledLine.Of(new TextRun(indent, tone), new TextRun(part, tone)));
            indent = new string(' ', bullet.Length);
        }
    }

    /// <summary>Something to paste: broken at the edge, never inside by us.</summary>
    public void Command(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            Sentence(line, Tone.Accent, "  ");
        }
    }

    /// <summary>What did not work, why, and what to do about it.</summary>
    public void Problem(string what, Problem problem)
    {
        Sentence($"{what}: {problem.Message}", Tone.Bad);
        if (problem.Hint is { } hint)
        {
            Sentence(hint, Tone.Normal, "hint: ");
        }
    }

    public void Blank() => _lines.Add(StyledLine.Empty);
}
