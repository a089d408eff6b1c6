using System.Text;

namespace DebugDeck.Practice.Shell.Syntax;

/// <summary>Reads what a <c>$</c> or a back quote begins.</summary>
internal sealed class SubstitutionParser(SourceReader source)
{
    private const string SpecialNames = "?$!#@*-";
    private static readonly string[] Operators = [":-", ":=", ":+", ":?", "##", "%%", "-", "=", "+", "?", "#", "%"];

    public WordPart Parse(bool quoted)
    {
        if (source.Peek() == '`')
        {
            return ParseBackQuoted(quoted);
        }

        source.Skip(1);
        if (source.StartsWith("(("))
        {
            source.Skip(2);
            return new ArithmeticPart(ParseArithmetic(), quoted);
        }

        switch (source.Peek())
        {
            case '(':
                source.Skip(1);
                return new CommandPart(new ScriptParser(source).ParseUntilParenthesis(), quoted);
            case '{':
                source.Skip(1);
                return ParseBraced(quoted);
            case var c when SpecialNames.Contains(c, StringComparison.Ordinal) || char.IsAsciiDigit(c):
                return new ParameterPart(source.Next().ToString(), "", null, quoted);
            case var c when IsNameStart(c):
                return new ParameterPart(ParseName(), "", null, quoted);
            default:
                return new TextPart("$", quoted);
        }
    }

    public static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    public static bool IsName(string text) => text.Length > 0 && IsNameStart(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private string ParseName()
    {
        var start = source.Position;
        while (char.IsAsciiLetterOrDigit(source.Peek()) || source.Peek() == '_')
        {
            source.Skip(1);
        }

        return source.Since(start);
    }

    private ParameterPart ParseBraced(bool quoted)
    {
        if (source.Peek() == '#' && source.Peek(1) != '}')
        {
            source.Skip(1);
            var measured = ParseParameterName();
            Close();
            return new ParameterPart(measured, "length", null, quoted);
        }

        var name = ParseParameterName();
        if (source.Peek() == '}')
        {
            source.Skip(1);
            return new ParameterPart(name, "", null, quoted);
        }

        var found = Operators.FirstOrDefault(source.StartsWith) ?? throw new ShellSyntaxException("syntax error: bad substitution");
        source.Skip(found.Length);

        // In a pattern (# and %) the quotes around the whole do not quote the pattern itself.
        var argument = new WordParser(source).ParseBraced(quoted && found[0] is not ('#' or '%'));
        return new ParameterPart(name, found, argument, quoted);
    }

    private string ParseParameterName()
    {
        if (SpecialNames.Contains(source.Peek(), StringComparison.Ordinal))
        {
            return source.Next().ToString();
        }

        var name = ParseName();
        return name.Length > 0 ? name : throw new ShellSyntaxException("syntax error: bad substitution", source.AtEnd);
    }

    private void Close()
    {
        if (source.Peek() != '}')
        {
            throw new ShellSyntaxException("syntax error: bad substitution", source.AtEnd);
        }

        source.Skip(1);
    }

    private Word ParseArithmetic()
    {
        var depth = 0;
        var text = new StringBuilder();
        while (true)
        {
            if (source.AtEnd)
            {
                throw new ShellSyntaxException("syntax error: missing '))'", isIncomplete: true);
            }

            var c = source.Peek();
            if (c == ')' && depth == 0)
            {
                break;
            }

            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            text.Append(source.Next());
        }

        source.Skip(source.Peek(1) == ')' ? 2 : 1);
        return new WordParser(new SourceReader(text.ToString())).ParseDocument();
    }

    private CommandPart ParseBackQuoted(bool quoted)
    {
        source.Skip(1);
        var text = new StringBuilder();
        while (source.Peek() != '`')
        {
            if (source.AtEnd)
            {
                throw new ShellSyntaxException("syntax error: EOF in backquote substitution", isIncomplete: true);
            }

            if (source.Peek() == '\\' && (source.Peek(1) is '`' or '\\' or '$' || (quoted && source.Peek(1) == '"')))
            {
                source.Skip(1);
            }

            text.Append(source.Next());
        }

        source.Skip(1);
        return new CommandPart(new ScriptParser(new SourceReader(text.ToString())).ParseAll(), quoted);
    }
}
