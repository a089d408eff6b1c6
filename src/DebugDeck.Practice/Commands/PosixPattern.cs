using System.Text;

namespace DebugDeck.Practice.Commands;

/// <summary>Turns basic and extended regular expressions of POSIX into those of .NET.</summary>
internal static class PosixPattern
{
    public static string Translate(string pattern, bool extended)
    {
        var result = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '[')
            {
                result.Append(Class(pattern, ref i));
            }
            else if (c == '\\' && i + 1 < pattern.Length)
            {
                result.Append(Escaped(pattern[++i], extended));
            }
            else if (!extended && c is '+' or '?' or '|' or '(' or ')' or '{' or '}')
            {
                result.Append(extended ? c.ToString() : "\\" + c);
            }
            else if (!extended && c == '*' && (i == 0 || pattern[..i].EndsWith("\\(", StringComparison.Ordinal)))
            {
                result.Append("\\*");
            }
            else
            {
                result.Append(c is '#' or ' ' ? "\\" + c : c.ToString());
            }
        }

        return result.ToString();
    }

    private static string Escaped(char c, bool extended) => c switch
    {
        '(' or ')' or '{' or '}' or '+' or '?' or '|' => extended ? "\\" + c : c.ToString(),
        '<' => @"\b(?=\w)",
        '>' => @"\b(?<=\w)",
        'w' or 'W' or 's' or 'S' or 'b' or 'B' => "\\" + c,
        >= '1' and <= '9' => "\\" + c,
        _ => System.Text.RegularExpressions.Regex.Escape(c.ToString()),
    };

    private static string Class(string pattern, ref int i)
    {
        var end = i + 1;
        end += end < pattern.Length && pattern[end] == '^' ? 1 : 0;
        end += end < pattern.Length && pattern[end] == ']' ? 1 : 0;
        while (end < pattern.Length && pattern[end] != ']')
        {
            end = pattern[end..].StartsWith("[:", StringComparison.Ordinal) && pattern.IndexOf(":]", end, StringComparison.Ordinal) is > 0 and var close
                ? close + 2
                : end + 1;
        }

        if (end >= pattern.Length)
        {
            return "\\[";
        }

        var body = pattern[(i + 1)..end]
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("[:alpha:]", "a-zA-Z", StringComparison.Ordinal)
            .Replace("[:digit:]", "0-9", StringComparison.Ordinal)
            .Replace("[:alnum:]", "a-zA-Z0-9", StringComparison.Ordinal)
            .Replace("[:upper:]", "A-Z", StringComparison.Ordinal)
            .Replace("[:lower:]", "a-z", StringComparison.Ordinal)
            .Replace("[:space:]", "\\s", StringComparison.Ordinal)
            .Replace("[:blank:]", " \\t", StringComparison.Ordinal)
            .Replace("[:xdigit:]", "0-9a-fA-F", StringComparison.Ordinal)
            .Replace("[:punct:]", "!-/:-@\\[-`{-~", StringComparison.Ordinal);
        i = end;
        var negated = body.StartsWith('^');
        var inner = negated ? body[1..] : body;
        return (negated ? "[^" : "[") + (inner.StartsWith(']') ? "\\]" + inner[1..] : inner) + "]";
    }
}
