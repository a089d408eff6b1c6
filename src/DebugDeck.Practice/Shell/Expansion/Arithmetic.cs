using System.Globalization;

namespace DebugDeck.Practice.Shell.Expansion;

/// <summary>The integer arithmetic of <c>$((…))</c>.</summary>
/// <param name="text">The expression, parameters already expanded.</param>
/// <param name="read">The value of a variable.</param>
/// <param name="write">Sets a variable.</param>
internal sealed class Arithmetic(string text, Func<string, string?> read, Action<string, string> write)
{
    private static readonly string[][] Levels =
    [
        ["||"], ["&&"], ["|"], ["^"], ["&"], ["==", "!="], ["<=", ">=", "<", ">"], ["<<", ">>"], ["+", "-"], ["*", "/", "%"], ["**"],
    ];

    private static readonly string[] Assignments = ["=", "+=", "-=", "*=", "/=", "%="];
    private int _at;

    public long Evaluate()
    {
        var value = Assignment();
        SkipBlanks();
        return _at == text.Length ? value : throw new ShellErrorException("arithmetic syntax error");
    }

    private long Assignment()
    {
        SkipBlanks();
        var start = _at;
        var name = Name();
        SkipBlanks();
        var operators = name.Length == 0 ? null : Assignments.FirstOrDefault(StartsWith);
        if (operators is null || (operators == "=" && StartsWith("==")))
        {
            _at = start;
            return Choice();
        }

        _at += operators.Length;
        var right = Assignment();
        var value = operators == "=" ? right : Apply(operators[..1], Value(name), right);
        write(name, value.ToString(CultureInfo.InvariantCulture));
        return value;
    }

    private long Choice()
    {
        var condition = Binary(0);
        if (!Take("?"))
        {
            return condition;
        }

        var yes = Assignment();
        if (!Take(":"))
        {
            throw new ShellErrorException("arithmetic syntax error");
        }

        var no = Assignment();
        return condition != 0 ? yes : no;
    }

    private long Binary(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        var left = Binary(level + 1);
        while (true)
        {
            SkipBlanks();
            var found = Levels[level].FirstOrDefault(candidate => StartsWith(candidate) && !IsLonger(candidate));
            if (found is null)
            {
                return left;
            }

            _at += found.Length;
            left = Apply(found, left, Binary(level + 1));
        }
    }

    // "|" must not take half of "||", nor "*" half of "**".
    private bool IsLonger(string found) =>
        found.Length == 1 && found[0] is '|' or '&' or '<' or '>' or '*' && _at + 1 < text.Length && text[_at + 1] == found[0];

    private long Unary()
    {
        if (Take("!"))
        {
            return Unary() == 0 ? 1 : 0;
        }

        if (Take("~"))
        {
            return ~Unary();
        }

        if (Take("-"))
        {
            return -Unary();
        }

        return Take("+") ? Unary() : Primary();
    }

    private long Primary()
    {
        if (Take("("))
        {
            var value = Assignment();
            return Take(")") ? value : throw new ShellErrorException("arithmetic syntax error");
        }

        SkipBlanks();
        var start = _at;
        while (_at < text.Length && char.IsAsciiLetterOrDigit(text[_at]) && char.IsAsciiDigit(text[start]))
        {
            _at++;
        }

        if (_at > start)
        {
            return Number(text[start.._at]);
        }

        var name = Name();
        return name.Length > 0 ? Value(name) : throw new ShellErrorException("arithmetic syntax error");
    }

    private long Value(string name) => read(name) is { Length: > 0 } value ? Number(value.Trim()) : 0;

    private static long Number(string digits)
    {
        var negative = digits.StartsWith('-');
        var plain = negative ? digits[1..] : digits;
        try
        {
            var value = plain.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? Convert.ToInt64(plain, 16)
                : plain.Length > 1 && plain[0] == '0' ? Convert.ToInt64(plain, 8)
                : long.Parse(plain, NumberStyles.None, CultureInfo.InvariantCulture);
            return negative ? -value : value;
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            throw new ShellErrorException("arithmetic syntax error");
        }
    }

    private static long Apply(string operation, long left, long right) => operation switch
    {
        "||" => left != 0 || right != 0 ? 1 : 0,
        "&&" => left != 0 && right != 0 ? 1 : 0,
        "|" => left | right,
        "^" => left ^ right,
        "&" => left & right,
        "==" => left == right ? 1 : 0,
        "!=" => left != right ? 1 : 0,
        "<=" => left <= right ? 1 : 0,
        ">=" => left >= right ? 1 : 0,
        "<" => left < right ? 1 : 0,
        ">" => left > right ? 1 : 0,
        "<<" => left << (int)right,
        ">>" => left >> (int)right,
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "**" => (long)Math.Pow(left, right),
        _ when right == 0 => throw new ShellErrorException("divide by zero"),
        "/" => left / right,
        _ => left % right,
    };

    private string Name()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetter(text[_at]) || text[_at] == '_' || (_at > start && char.IsAsciiDigit(text[_at]))))
        {
            _at++;
        }

        return text[start.._at];
    }

    private bool Take(string token)
    {
        SkipBlanks();
        if (!StartsWith(token))
        {
            return false;
        }

        _at += token.Length;
        return true;
    }

    private bool StartsWith(string token) => string.CompareOrdinal(text, _at, token, 0, token.Length) == 0;

    private void SkipBlanks()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }
}
