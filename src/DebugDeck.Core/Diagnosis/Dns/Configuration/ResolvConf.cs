namespace DebugDeck.Core.Diagnosis.Dns.Configuration;

/// <summary>An <c>/etc/resolv.conf</c> as it is written. What a resolver makes of it is <see cref="Resolvers.ResolverSettings"/>.</summary>
/// <param name="Lines">Those that say something, in order.</param>
public sealed record ResolvConf(IReadOnlyList<ResolvConfLine> Lines)
{
    private const int MostLines = 1000;

    public static ResolvConf Empty { get; } = new([]);

    public IEnumerable<string> Nameservers => Values("nameserver").Select(words => words[0]);

    /// <summary>The suffixes of the last <c>search</c> or <c>domain</c> line, which is the one that counts.</summary>
    public IReadOnlyList<string> Search => Lines.LastOrDefault(line => line.IsSearch)?.Words ?? [];

    public IEnumerable<string> Options => Values("options").SelectMany(words => words);

    public static ResolvConf Parse(string text)
    {
        var lines = new List<ResolvConfLine>();
        var number = 0;
        foreach (var line in text.Split('\n').Take(MostLines))
        {
            number++;
            var length = line.TrimEnd('\r').Length;
            var words = line.Split([' ', '\t', '\r', '\v', '\f'], StringSplitOptions.RemoveEmptyEntries);

            // A comment begins a line; behind a nameserver or a suffix, resolvers take it for part of the line, and stop at the sign.
            if (words.Length == 0 || words[0][0] is '#' or ';')
            {
                continue;
            }

            lines.Add(new ResolvConfLine(number, words[0], [.. words.Skip(1).TakeWhile(word => word[0] is not ('#' or ';'))], length));
        }

        return new ResolvConf(lines);
    }

    /// <summary>The number that an option has (<c>ndots:5</c>); null if it is not given or no number. The last one counts.</summary>
    public int? Option(string name) => Number(Options, name);

    internal static int? Number(IEnumerable<string> options, string name) =>
        options.LastOrDefault(option => option.StartsWith(name + ":", StringComparison.Ordinal)) is { } found
        && int.TryParse(found.AsSpan(name.Length + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private IEnumerable<IReadOnlyList<string>> Values(string keyword) =>
        Lines.Where(line => line.Keyword == keyword && line.Words.Count > 0).Select(line => line.Words);
}
