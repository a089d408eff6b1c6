namespace DebugDeck.Practice.Shell.Syntax;

/// <summary>Reads lists and pipelines; single commands are <see cref="CommandParser"/>'s.</summary>
internal sealed class ScriptParser
{
    private readonly SourceReader _source;
    private readonly CommandParser _commands;

    public ScriptParser(SourceReader source)
    {
        _source = source;
        _commands = new CommandParser(source, this);
    }

    public static Script Parse(string text) => new ScriptParser(new SourceReader(text)).ParseAll();

    public Script ParseAll()
    {
        var script = ParseList([]);
        return _source.AtEnd ? script : throw Unexpected();
    }

    /// <summary>Reads up to the closing parenthesis and takes it.</summary>
    public Script ParseUntilParenthesis()
    {
        var script = ParseList([]);
        if (_source.Peek() != ')')
        {
            throw Unexpected(")");
        }

        _source.Skip(1);
        return script;
    }

    /// <summary>Reads commands until one of the reserved words, which is left in place.</summary>
    public Script ParseList(string[] stops)
    {
        var items = new List<ListItem>();
        while (true)
        {
            _source.SkipLines();
            if (_source.AtEnd || _source.Peek() == ')' || _source.StartsWith(";;") || stops.Any(_commands.IsReservedNext))
            {
                return new Script(items);
            }

            items.Add(ParseItem());
        }
    }

    private ListItem ParseItem()
    {
        var start = _source.Position;
        var first = ParsePipeline();
        var rest = new List<(bool, Pipeline)>();
        while (true)
        {
            _source.SkipBlanks();
            if (!_source.StartsWith("&&") && !_source.StartsWith("||"))
            {
                break;
            }

            var ifSucceeded = _source.Peek() == '&';
            _source.Skip(2);
            _source.SkipLines();
            rest.Add((ifSucceeded, ParsePipeline()));
        }

        var text = _source.Since(start).Trim();
        var background = _source.Peek() == '&';
        if (background || (_source.Peek() == ';' && _source.Peek(1) != ';'))
        {
            _source.Skip(1);
        }
        else if (!_source.AtEnd && _source.Peek() is not ('\n' or ')' or ';'))
        {
            throw Unexpected();
        }

        return new ListItem(first, rest, background, text);
    }

    private Pipeline ParsePipeline()
    {
        _source.SkipBlanks();
        var negated = _commands.TakeReserved("!");
        var commands = new List<Command> { _commands.Parse() };
        while (true)
        {
            _source.SkipBlanks();
            if (_source.Peek() != '|' || _source.Peek(1) == '|')
            {
                return new Pipeline(commands, negated);
            }

            _source.Skip(1);
            _source.SkipLines();
            commands.Add(_commands.Parse());
        }
    }

    public ShellSyntaxException Unexpected(string? expected = null)
    {
        var hint = expected is null ? "" : $" (expecting \"{expected}\")";
        if (_source.AtEnd)
        {
            return new ShellSyntaxException($"syntax error: unexpected end of file{hint}", isIncomplete: true);
        }

        var token = _source.Peek() switch
        {
            '\n' => "newline",
            ';' when _source.Peek(1) == ';' => "\";;\"",
            ';' or ')' or '(' or '&' or '|' or '<' or '>' => $"\"{_source.Peek()}\"",
            _ => _commands.PeekPlain() is { } word ? $"\"{word}\"" : "word",
        };
        return new ShellSyntaxException($"syntax error: unexpected {token}{hint}");
    }
}
