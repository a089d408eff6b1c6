namespace DebugDeck.Practice.Shell.Expansion;

/// <summary>Shell patterns: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[!x]</c>; a backslash makes the next character plain.</summary>
internal static class GlobPattern
{
    public static bool HasWildcards(string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                i++;
            }
            else if (pattern[i] is '*' or '?' or '[')
            {
                return true;
            }
        }

        return false;
    }

    public static string Escape(string text) => string.Concat(text.Select(c => c is '*' or '?' or '[' or ']' or '\\' ? "\\" + c : c.ToString()));

    public static string Unescape(string pattern)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            i += pattern[i] == '\\' && i + 1 < pattern.Length ? 1 : 0;
            text.Append(pattern[i]);
        }

        return text.ToString();
    }

    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        while (pattern.Length > 0)
        {
            if (pattern[0] == '*')
            {
                for (var skip = 0; skip <= text.Length; skip++)
                {
                    if (IsMatch(pattern[1..], text[skip..]))
                    {
                        return true;
                    }
                }

                return false;
            }

            if (text.Length == 0 || !MatchesOne(pattern, text[0], out var used))
            {
                return false;
            }

            pattern = pattern[used..];
            text = text[1..];
        }

        return text.Length == 0;
    }

    private static bool MatchesOne(ReadOnlySpan<char> pattern, char c, out int used)
    {
        used = 1;
        switch (pattern[0])
        {
            case '?':
                return true;
            case '\\' when pattern.Length > 1:
                used = 2;
                return pattern[1] == c;
            case '[' when pattern[1..].IndexOf(']') >= 0:
                return MatchesClass(pattern, c, ref used);
            default:
                return pattern[0] == c;
        }
    }

    private static bool MatchesClass(ReadOnlySpan<char> pattern, char c, ref int used)
    {
        var i = 1;
        var negated = pattern[i] is '!' or '^';
        i += negated ? 1 : 0;
        var matched = false;
        for (var first = true; i < pattern.Length && (first || pattern[i] != ']'); first = false)
        {
            if (pattern[i..].StartsWith("[:") && pattern[i..].IndexOf(":]") is > 0 and var end)
            {
                matched |= IsInClass(pattern.Slice(i + 2, end - 2), c);
                i += end + 2;
            }
            else if (i + 2 < pattern.Length && pattern[i + 1] == '-' && pattern[i + 2] != ']')
            {
                matched |= c >= pattern[i] && c <= pattern[i + 2];
                i += 3;
            }
            else
            {
                i += pattern[i] == '\\' && i + 1 < pattern.Length ? 1 : 0;
                matched |= pattern[i++] == c;
            }
        }

        used = i + 1;
        return matched != negated;
    }

    private static bool IsInClass(ReadOnlySpan<char> name, char c) => name switch
    {
        "alpha" => char.IsAsciiLetter(c),
        "digit" => char.IsAsciiDigit(c),
        "alnum" => char.IsAsciiLetterOrDigit(c),
        "upper" => char.IsAsciiLetterUpper(c),
        "lower" => char.IsAsciiLetterLower(c),
        "space" => c is ' ' or '\t' or '\n' or '\r' or '\v' or '\f',
        "blank" => c is ' ' or '\t',
        "punct" => char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)),
        "xdigit" => char.IsAsciiHexDigit(c),
        _ => false,
    };
}
