namespace DebugDeck.Core.Diagnosis.Dns.Configuration;

/// <summary>The <c>hosts</c> line of an <c>/etc/nsswitch.conf</c>.</summary>
/// <param name="Sources">Where names are looked for, in order, actions (<c>[NOTFOUND=return]</c>) left out.</param>
/// <param name="HasActions">There are actions.</param>
public sealed record NameServiceSwitch(IReadOnlyList<string> Sources, bool HasActions)
{
    /// <summary>What glibc and Go take where there is no file or no such line.</summary>
    public static NameServiceSwitch Default { get; } = new(["files", "dns"], HasActions: false);

    public bool UsesDns => Sources.Contains("dns") || Sources.Contains("resolve");

    public bool UsesFiles => Sources.Contains("files");

    /// <summary>Null if the file has no <c>hosts</c> line.</summary>
    public static NameServiceSwitch? Parse(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var plain = line.Split('#')[0].Trim();
            if (plain.StartsWith("hosts:", StringComparison.Ordinal))
            {
                var words = plain["hosts:".Length..].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
                var isAction = false;
                var sources = new List<string>();
                foreach (var word in words)
                {
                    isAction |= word.StartsWith('[');
                    if (!isAction)
                    {
                        sources.Add(word);
                    }

                    isAction &= !word.EndsWith(']');
                }

                return new NameServiceSwitch(sources, plain.Contains('['));
            }
        }

        return null;
    }
}
