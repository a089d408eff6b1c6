using System.Text;

namespace DebugDeck.Practice.Shell.Syntax;

/// <summary>Reads words: quotes, parameters, substitutions.</summary>
internal sealed class WordParser(SourceReader source)
{
    private readonly StringBuilder _text = new();
    private readonly List<WordPart> _parts = [];
    private bool _quoted;

    /// <summary>Reads up to a blank, a line end or an operator; null if there is no word here.</summary>
    public Word? ParseWord()
    {
        while (!source.AtEnd && source.Peek() is not (' ' or '\t' or '\n' or ';' or '&' or '|' or '<' or '>' or '(' or ')'))
        {
            ParsePart();
        }

        return Finish();
    }

    /// <summary>Reads up to the brace that closes <c>${</c>, and takes it.</summary>
    public Word ParseBraced(bool quoted)
    {
        while (source.Peek() != '}')
        {
            DemandMore("syntax error: missing '}'");
            if (quoted)
            {
                ParseQuotedPart();
            }
            else
            {
                ParsePart();
            }
        }

        source.Skip(1);
        return Finish() ?? new Word([]);
    }

    /// <summary>Reads the whole of a here-document, in which only <c>$</c>, back quotes and backslashes mean something.</summary>
    public Word ParseDocument()
    {
        while (!source.AtEnd)
        {
            ParseQuotedPart();
        }

        return Finish() ?? new Word([]);
    }

    private void ParsePart()
    {
        switch (source.Peek())
        {
            case '\\' when source.Peek(1) == '\n':
                source.Skip(2);
                break;
            case '\\':
                source.Skip(1);
                AddText(source.AtEnd ? "\\" : source.Next().ToString(), quoted: true);
                break;
            case '\'':
                ParseSingleQuoted();
                break;
            case '"':
                ParseDoubleQuoted();
                break;
            case '$' or '`':
                AddSubstitution(quoted: false);
                break;
            default:
                AddText(source.Next().ToString(), quoted: false);
                break;
        }
    }

    private void ParseQuotedPart()
    {
        switch (source.Peek())
        {
            case '\\' when source.Peek(1) == '\n':
                source.Skip(2);
                break;
            case '\\' when source.Peek(1) is '$' or '`' or '"' or '\\':
                source.Skip(1);
                AddText(source.Next().ToString(), quoted: true);
                break;
            case '$' or '`':
                AddSubstitution(quoted: true);
                break;
            default:
                AddText(source.Next().ToString(), quoted: true);
                break;
        }
    }

    private void ParseSingleQuoted()
    {
        source.Skip(1);
        AddText("", quoted: true);
        while (true)
        {
            DemandMore("syntax error: unterminated quoted string");
            var c = source.Next();
            if (c == '\'')
            {
                return;
            }

            AddText(c.ToString(), quoted: true);
        }
    }

    private void ParseDoubleQuoted()
    {
        source.Skip(1);
        AddText("", quoted: true);
        while (true)
        {
            DemandMore("syntax error: unterminated quoted string");
            if (source.Peek() == '"')
            {
                source.Skip(1);
                return;
            }

            ParseQuotedPart();
        }
    }

    private void AddSubstitution(bool quoted)
    {
        var part = new SubstitutionParser(source).Parse(quoted);
        if (part is TextPart text)
        {
            AddText(text.Text, quoted);
            return;
        }

        FlushText();
        _parts.Add(part);
    }

    private void AddText(string text, bool quoted)
    {
        if (quoted != _quoted)
        {
            FlushText();
            _quoted = quoted;
        }

        _text.Append(text);
        if (quoted && text.Length == 0 && _text.Length == 0)
        {
            // "" is a word although it is empty.
            _parts.Add(new TextPart("", Quoted: true));
        }
    }

    private void FlushText()
    {
        if (_text.Length > 0)
        {
            _parts.Add(new TextPart(_text.ToString(), _quoted));
            _text.Clear();
        }
    }

    private Word? Finish()
    {
        FlushText();
        return _parts.Count == 0 ? null : new Word([.. _parts]);
    }

    private void DemandMore(string message)
    {
        if (source.AtEnd)
        {
            throw new ShellSyntaxException(message, isIncomplete: true);
        }
    }
}
