using DebugDeck.Core.Text;

namespace DebugDeck.Output;

/// <summary>One cell of a <see cref="Table"/>: text that is safe to show, and what it means.</summary>
internal readonly record struct Cell
{
    public Cell(string? text, Ink ink = Ink.Plain)
    {
        // Names come from containers: nothing reaches a table with its escapes live.
        Text = string.IsNullOrEmpty(text) ? "-" : VisibleText.Escape(text);
        Ink = string.IsNullOrEmpty(text) ? Ink.Quiet : ink;
    }

    public string Text { get; }

    public Ink Ink { get; }

    public static implicit operator Cell(string? text) => new(text);
}
