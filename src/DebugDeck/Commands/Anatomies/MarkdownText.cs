using System.Text;
using DebugDeck.Core.Text;

namespace DebugDeck.Commands.Anatomies;

/// <summary>Text in Markdown.</summary>
internal static class MarkdownText
{
    /// <summary>What comes out of a container may not become markup.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in VisibleText.Escape(text))
        {
            if (letter is '|' or '<' or '>' or '[' or ']' or '`' or '*' or '_' or '#' or '!')
            {
                plain.Append('\\');
            }

            plain.Append(letter);
        }

        return plain.ToString();
    }
}
