namespace DebugDeck.Core.Debugging;

/// <summary>Writes text into shell lines.</summary>
public static class ShellText
{
    /// <summary>The text as one word that no shell looks into; left as it is where that is plain to see, for lines that people read.</summary>
    public static string Quote(string text) =>
        text.Length > 0 && text.All(IsPlain) ? text : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>A command line of these words.</summary>
    public static string Line(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-' or ':' or '=' or '@' or ',' or '+' or '%';
}
