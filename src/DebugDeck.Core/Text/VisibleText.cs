using System.Globalization;
using System.Text;

namespace DebugDeck.Core.Text;

/// <summary>Makes hostile text safe to show: names and log lines may carry terminal escapes (design.md 10).</summary>
public static class VisibleText
{
    /// <summary>
    /// Control and format characters become visible (<c>\e</c>, <c>\x07</c>, <c>\u202e</c>); everything else stays. Tabs stay only with <paramref name="keepTabs"/>.
    /// Returns the same instance if there is nothing to do.
    /// </summary>
    public static string Escape(string text, bool keepTabs = false)
    {
        var first = IndexOfHidden(text, keepTabs);
        if (first < 0)
        {
            return text;
        }

        var shown = new StringBuilder(text.Length + 16).Append(text, 0, first);
        foreach (var rune in text.AsSpan(first).EnumerateRunes())
        {
            if (!IsHidden(rune, keepTabs))
            {
                shown.Append(rune);
                continue;
            }

            shown.Append(rune.Value switch
            {
                '\t' => "\\t",
                '\n' => "\\n",
                '\r' => "\\r",
                0x1b => "\\e",
                < 0x100 => string.Create(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}"),
                _ => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
            });
        }

        return shown.ToString();
    }

    private static int IndexOfHidden(string text, bool keepTabs)
    {
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHidden(rune, keepTabs))
            {
                return at;
            }

            at += rune.Utf16SequenceLength;
        }

        return -1;
    }

    // Format characters (bidi overrides, zero width) can make a name look like another; joiners are needed by real scripts.
    private static bool IsHidden(Rune rune, bool keepTabs) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => !(keepTabs && rune.Value == '\t'),
        UnicodeCategory.Format => rune.Value is not (0x200c or 0x200d),
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        _ => false,
    };
}
