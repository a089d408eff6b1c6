using System.Text.RegularExpressions;

namespace DebugDeck.Practice.Api.Selectors;

/// <summary>A label selector: <c>app=web,tier!=db,env in (a,b),!canary</c>.</summary>
internal sealed partial class LabelSelector(IReadOnlyList<LabelRequirement> requirements)
{
    public static LabelSelector Everything { get; } = new([]);

    public bool IsEmpty => requirements.Count == 0;

    public bool Matches(IReadOnlyDictionary<string, string> labels) => requirements.All(requirement => requirement.Matches(labels));

    public static LabelSelector Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Everything;
        var requirements = new List<LabelRequirement>();
        var position = 0;
        while (position < text.Length)
        {
            var match = Requirement().Match(text, position);
            if (!match.Success || match.Index != position)
                throw Unparsable(text, text[position..]);
            requirements.Add(ToRequirement(match));
            position += match.Length;
        }

        return new LabelSelector(requirements);
    }

    private static LabelRequirement ToRequirement(Match match)
    {
        var key = match.Groups["key"].Value;
        if (match.Groups["set"].Success)
        {
            var values = match.Groups["values"].Value.Split(',', StringSplitOptions.TrimEntries);
            return new LabelRequirement(key, match.Groups["set"].Value == "in" ? LabelOperator.In : LabelOperator.NotIn, values);
        }

        if (match.Groups["operator"].Success)
        {
            var isNot = match.Groups["operator"].Value == "!=";
            return new LabelRequirement(key, isNot ? LabelOperator.NotIn : LabelOperator.In, [match.Groups["value"].Value]);
        }

        return new LabelRequirement(key, match.Groups["not"].Success ? LabelOperator.DoesNotExist : LabelOperator.Exists, []);
    }

    private static ApiException Unparsable(string text, string rest)
    {
        return ApiException.BadRequest($"unable to parse requirement: found '{rest}', expected: a label requirement in \"{text}\"");
    }

    [GeneratedRegex("""
        \s*(?:
          (?<not>!)\s*(?<key>[\w./-]+)
        | (?<key>[\w./-]+)\s+(?<set>in|notin)\s*\((?<values>[^()]*)\)
        | (?<key>[\w./-]+)\s*(?<operator>==|!=|=)\s*(?<value>[\w.-]*)
        | (?<key>[\w./-]+)
        )\s*(?:,|$)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Requirement();
}
