using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Targets;

/// <summary>A label selector as kubectl and docker users type it: <c>app=web,tier!=cache,env in (dev,test),!legacy</c>. All terms must hold.</summary>
public sealed class LabelSelector
{
    private readonly IReadOnlyList<Term> _terms;

    private LabelSelector(IReadOnlyList<Term> terms) => _terms = terms;

    private enum Test
    {
        In,
        NotIn,
        Exists,
        Missing,
    }

    /// <summary>Reads a selector.</summary>
    /// <exception cref="DebugDeckException">Usage.</exception>
    public static LabelSelector Parse(string text) => new([.. Split(text).Select(term => ReadTerm(term.Trim(), text))]);

    public bool Matches(IReadOnlyDictionary<string, string> labels) => _terms.All(term => term.Holds(labels));

    // Commas also separate the values in parentheses.
    private static IEnumerable<string> Split(string text)
    {
        var from = 0;
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (text[at] == ',' && depth == 0)
            {
                yield return text[from..at];
                from = at + 1;
            }
        }

        yield return text[from..];
    }

    private static Term ReadTerm(string term, string whole)
    {
        if (term.EndsWith(')') && term.IndexOf('(', StringComparison.Ordinal) is > 0 and var open)
        {
            var words = term[..open].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var values = term[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries);
            return words switch
            {
                [var key, "in"] => new Term(Key(key, whole), Test.In, values),
                [var key, "notin"] => new Term(Key(key, whole), Test.NotIn, values),
                _ => throw Unreadable(whole),
            };
        }

        if (term.StartsWith('!'))
        {
            return new Term(Key(term[1..], whole), Test.Missing, []);
        }

        var equals = term.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return new Term(Key(term, whole), Test.Exists, []);
        }

        var isNot = equals > 0 && term[equals - 1] == '!';
        var value = term[(equals + 1)..];
        return new Term(
            Key(term[..(isNot ? equals - 1 : equals)], whole),
            isNot ? Test.NotIn : Test.In,
            [(value.StartsWith('=') ? value[1..] : value).Trim()]);
    }

    private static string Key(string text, string whole) =>
        text.Trim() is { Length: > 0 } key && !key.AsSpan().ContainsAny(" ()!=") ? key : throw Unreadable(whole);

    private static DebugDeckException Unreadable(string text) =>
        new(ErrorKind.Usage, $"'{text}' is not a label selector", "write key=value, key!=value, key, !key, key in (a,b) or key notin (a,b), separated by commas");

    private sealed record Term(string Key, Test Test, IReadOnlyList<string> Values)
    {
        // As in Kubernetes, "not this value" includes not having the label at all.
        public bool Holds(IReadOnlyDictionary<string, string> labels)
        {
            var value = labels.GetValueOrDefault(Key);
            return Test switch
            {
                Test.In => value is not null && Values.Contains(value),
                Test.NotIn => value is null || !Values.Contains(value),
                Test.Exists => value is not null,
                _ => value is null,
            };
        }
    }
}
