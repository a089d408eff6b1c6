using System.Text;

namespace DebugDeck.Practice.Shell.Syntax;

/// <summary>Reads one command, simple or compound.</summary>
internal sealed class CommandParser(SourceReader source, ScriptParser lists)
{
    private static readonly string[] Closers = ["then", "else", "elif", "fi", "do", "done", "esac", "}"];

    public Command Parse()
    {
        source.SkipBlanks();
        var compound = ParseCompound();
        return compound is null ? new SimpleCommandParser(source, lists).Parse() : compound with { Redirections = new RedirectionParser(source).ParseAll() };
    }

    /// <summary>The plain word that comes next, left in place; null if the next thing is none.</summary>
    public string? PeekPlain()
    {
        var text = new StringBuilder();
        for (var i = 0; ; i++)
        {
            var c = source.Peek(i);
            if (c is SourceReader.End or ' ' or '\t' or '\n' or ';' or '&' or '|' or '<' or '>' or '(' or ')')
            {
                return text.Length > 0 ? text.ToString() : null;
            }

            if (c is '\'' or '"' or '\\' or '$' or '`')
            {
                return null;
            }

            text.Append(c);
        }
    }

    public bool IsReservedNext(string word) => PeekPlain() == word;

    public bool TakeReserved(string word)
    {
        source.SkipBlanks();
        if (!IsReservedNext(word))
        {
            return false;
        }

        source.Skip(word.Length);
        return true;
    }

    private void Demand(string word)
    {
        source.SkipLines();
        if (!TakeReserved(word))
        {
            throw lists.Unexpected(word);
        }
    }

    private Command? ParseCompound()
    {
        if (source.Peek() == '(')
        {
            source.Skip(1);
            return new GroupCommand(lists.ParseUntilParenthesis(), Subshell: true);
        }

        var word = PeekPlain();
        if (word is null || Closers.Contains(word))
        {
            return word is null ? null : throw lists.Unexpected();
        }

        if (IsFunction(word))
        {
            source.Skip(word.Length);
            source.SkipBlanks();
            source.Skip(1);
            source.SkipBlanks();
            source.Skip(1);
            source.SkipLines();
            return new FunctionCommand(word, Parse());
        }

        return word switch
        {
            "{" => ParseBraces(),
            "if" => ParseIf(),
            "while" or "until" => ParseLoop(),
            "for" => ParseFor(),
            "case" => ParseCase(),
            _ => null,
        };
    }

    private bool IsFunction(string word)
    {
        var ahead = word.Length;
        while (source.Peek(ahead) is ' ' or '\t')
        {
            ahead++;
        }

        if (source.Peek(ahead) != '(' || !SubstitutionParser.IsName(word))
        {
            return false;
        }

        ahead++;
        while (source.Peek(ahead) is ' ' or '\t')
        {
            ahead++;
        }

        return source.Peek(ahead) == ')';
    }

    private GroupCommand ParseBraces()
    {
        TakeReserved("{");
        var body = lists.ParseList(["}"]);
        Demand("}");
        return new GroupCommand(body, Subshell: false);
    }

    private IfCommand ParseIf()
    {
        var branches = new List<(Script, Script)>();
        TakeReserved("if");
        do
        {
            var condition = lists.ParseList(["then"]);
            Demand("then");
            branches.Add((condition, lists.ParseList(["elif", "else", "fi"])));
        }
        while (TakeReserved("elif"));

        var otherwise = TakeReserved("else") ? lists.ParseList(["fi"]) : null;
        Demand("fi");
        return new IfCommand(branches, otherwise);
    }

    private LoopCommand ParseLoop()
    {
        var until = TakeReserved("until");
        _ = until || TakeReserved("while");
        var condition = lists.ParseList(["do"]);
        return new LoopCommand(condition, ParseBody(), until);
    }

    private Script ParseBody()
    {
        Demand("do");
        var body = lists.ParseList(["done"]);
        Demand("done");
        return body;
    }

    private ForCommand ParseFor()
    {
        TakeReserved("for");
        source.SkipBlanks();
        var name = PeekPlain() is { } plain && SubstitutionParser.IsName(plain)
            ? plain
            : throw (source.AtEnd ? lists.Unexpected() : new ShellSyntaxException("syntax error: bad for loop variable"));
        source.Skip(name.Length);
        source.SkipLines();
        List<Word>? words = null;
        if (TakeReserved("in"))
        {
            words = [];
            source.SkipBlanks();
            while (new WordParser(source).ParseWord() is { } word)
            {
                words.Add(word);
                source.SkipBlanks();
            }
        }

        if (source.Peek() == ';')
        {
            source.Skip(1);
        }

        return new ForCommand(name, words, ParseBody());
    }

    private CaseCommand ParseCase()
    {
        TakeReserved("case");
        source.SkipBlanks();
        var subject = new WordParser(source).ParseWord() ?? throw lists.Unexpected();
        Demand("in");
        var arms = new List<(IReadOnlyList<Word>, Script)>();
        while (true)
        {
            source.SkipLines();
            if (TakeReserved("esac"))
            {
                return new CaseCommand(subject, arms);
            }

            if (source.Peek() == '(')
            {
                source.Skip(1);
            }

            arms.Add((ParsePatterns(), lists.ParseList(["esac"])));
            if (source.StartsWith(";;"))
            {
                source.Skip(2);
            }
        }
    }

    private List<Word> ParsePatterns()
    {
        var patterns = new List<Word>();
        while (true)
        {
            source.SkipBlanks();
            patterns.Add(new WordParser(source).ParseWord() ?? throw lists.Unexpected());
            source.SkipBlanks();
            if (source.Peek() is not ('|' or ')'))
            {
                throw lists.Unexpected(")");
            }

            var more = source.Peek() == '|';
            source.Skip(1);
            if (!more)
            {
                return patterns;
            }
        }
    }
}
