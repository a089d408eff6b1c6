namespace DebugDeck.Tui.Screens;

/// <summary>Breaks text into lines.</summary>
internal static class TextWrap
{
    /// <summary>At blanks where possible; a word that is longer than a line is cut.</summary>
    public static IEnumerable<string> Words(string text, int width)
    {
        width = Math.Max(1, width);
        var rest = text;
        while (rest.Length > width)
        {
            var blank = rest.LastIndexOf(' ', width);
            var end = blank > 0 ? blank : width;
            yield return rest[..end];
            rest = rest[end..].TrimStart(' ');
        }

        yield return rest;
    }
}
