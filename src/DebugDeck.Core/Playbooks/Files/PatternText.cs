using System.Text.RegularExpressions;

namespace DebugDeck.Core.Playbooks.Files;

/// <summary>
/// Patterns of playbooks. They look at hostile text, so they never backtrack: what a line costs grows with its length and with nothing else. Hence no
/// look-around and no back-references, which the message says.
/// </summary>
internal static class PatternText
{
    /// <summary>Null and the pattern, or what is wrong with it.</summary>
    public static string? TryRead(string text, out Regex? pattern)
    {
        pattern = null;
        try
        {
            pattern = new Regex(text, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
            return null;
        }
        catch (NotSupportedException)
        {
            return "the pattern looks around or back ((?=…), (?!…), \\1), which patterns of playbooks cannot";
        }
        catch (ArgumentException error)
        {
            return $"the pattern is no regular expression: {FirstSentence(error.Message)}";
        }
    }

    private static string FirstSentence(string message)
    {
        var start = message.IndexOf("offset", StringComparison.Ordinal);
        return (start < 0 ? message : message[start..]).TrimEnd('.').ReplaceLineEndings(" ");
    }
}
