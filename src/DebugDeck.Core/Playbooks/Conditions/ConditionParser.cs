using DebugDeck.Core.Text;

namespace DebugDeck.Core.Playbooks.Conditions;

/// <summary>
/// Reads conditions: <c>step.bundle == problem and not input.host or rule.dns.ndots</c>. <c>not</c> binds closest, then <c>and</c>, then <c>or</c>; parentheses as usual.
/// </summary>
public sealed class ConditionParser
{
    private static readonly string[] Areas = ["step", "rule", "input", "target"];

    // Deeper than anybody writes; what nests without end must not take our stack with it.
    private const int Deepest = 32;

    private readonly List<string> _words;
    private int _at;
    private int _depth;

    private ConditionParser(List<string> words) => _words = words;

    /// <summary>Reads a condition.</summary>
    /// <exception cref="FormatException">It cannot be read; the message says why, without a full stop.</exception>
    public static Condition Parse(string text)
    {
        var parser = new ConditionParser(Split(text));
        var condition = parser.Or();
        return parser._at == parser._words.Count ? condition : throw new FormatException($"'{parser._words[parser._at]}' is more than a condition can hold; join with 'and' or 'or'");
    }

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        foreach (var piece in text.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal)
            .Replace("==", " == ", StringComparison.Ordinal).Replace("!=", " != ", StringComparison.Ordinal)
            .Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            words.Add(piece);
        }

        return words;
    }

    private Condition Or()
    {
        var left = And();
        while (Take("or"))
        {
            left = new Condition.Either(left, And());
        }

        return left;
    }

    private Condition And()
    {
        var left = Not();
        while (Take("and"))
        {
            left = new Condition.Both(left, Not());
        }

        return left;
    }

    private Condition Not()
    {
        if (++_depth > Deepest)
        {
            throw new FormatException("the condition nests too deep");
        }

        try
        {
            if (Take("not"))
            {
                return new Condition.Opposite(Not());
            }

            if (!Take("("))
            {
                return Fact();
            }

            var inner = Or();
            return Take(")") ? inner : throw new FormatException("a ')' is missing");
        }
        finally
        {
            _depth--;
        }
    }

    private Condition.Fact Fact()
    {
        var word = Next() ?? throw new FormatException("the condition ends where a fact should stand, such as step.ID, rule.ID, input.NAME or target.FIELD");
        var dot = word.IndexOf('.', StringComparison.Ordinal);
        var (area, name) = dot > 0 ? (word[..dot], word[(dot + 1)..]) : (word, "");
        if (!Areas.Contains(area) || name.Length == 0)
        {
            throw new FormatException($"'{word}' is no fact; facts are step.ID, rule.ID, input.NAME and target.FIELD{Nearest(area, Areas)}");
        }

        if (area == "target" && !ConditionFacts.TargetFields.Contains(name))
        {
            throw new FormatException($"there is no 'target.{name}'; the fields are {string.Join(", ", ConditionFacts.TargetFields)}");
        }

        var isEqual = Take("==");
        return isEqual || Take("!=")
            ? new Condition.Fact(area, name, Next()?.Trim('\'', '"') ?? throw new FormatException($"nothing stands behind the comparison of '{word}'"), isEqual)
            : new Condition.Fact(area, name, null, IsEqual: true);
    }

    private static string Nearest(string typed, IEnumerable<string> known) => NearestWord.Of(typed, known) is { } near && near != typed ? $" (did you mean '{near}'?)" : "";

    private string? Next() => _at < _words.Count ? _words[_at++] : null;

    private bool Take(string word)
    {
        if (_at < _words.Count && _words[_at] == word)
        {
            _at++;
            return true;
        }

        return false;
    }
}
