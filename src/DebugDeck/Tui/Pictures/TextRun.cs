namespace DebugDeck.Tui.Pictures;

/// <summary>A piece of text of one tone.</summary>
internal readonly record struct TextRun(string Text, Tone Tone = Tone.Normal)
{
    public static implicit operator TextRun(string text) => new(text);
}
