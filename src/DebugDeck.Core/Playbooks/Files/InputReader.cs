using DebugDeck.Core.Text;

namespace DebugDeck.Core.Playbooks.Files;

/// <summary>Reads the entries of <c>inputs:</c>.</summary>
internal static class InputReader
{
    public static readonly string[] Keys = ["name", "title", "list", "required", "default", "from"];

    // With a name behind the colon, and without.
    private static readonly Dictionary<string, InputSourceKind> Named = new(StringComparer.Ordinal)
    {
        ["symptom"] = InputSourceKind.Symptom,
        ["env"] = InputSourceKind.Environment,
        ["spec"] = InputSourceKind.Spec,
    };

    private static readonly Dictionary<string, InputSourceKind> Plain = new(StringComparer.Ordinal)
    {
        ["hosts"] = InputSourceKind.Hosts,
        ["tls-endpoints"] = InputSourceKind.TlsEndpoints,
        ["zones"] = InputSourceKind.Zones,
        ["services"] = InputSourceKind.Services,
    };

    public static PlaybookInput Read(YamlMap map)
    {
        var name = map.Required("name");
        if (name.Length > 0 && !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            map.Report("name", $"'{name}' is no name for an input: letters, digits, - and _");
        }

        var sources = new List<InputSource>();
        foreach (var (text, at) in map.Texts("from"))
        {
            if (ReadSource(text) is { } source)
            {
                sources.Add(source);
            }
            else
            {
                var known = Named.Keys.Select(word => word + ":NAME").Concat(Plain.Keys).ToList();
                var near = NearestWord.Of(text.Split(':')[0], [.. Named.Keys, .. Plain.Keys]);
                map.Report(at, $"'{text}' is no source; the sources are {string.Join(", ", known)}{(near is null || near == text ? "" : $" (did you mean '{near}'?)")}");
            }
        }

        return new PlaybookInput
        {
            Name = name,
            Title = map.Required("title"),
            IsList = map.Flag("list") ?? false,
            IsRequired = map.Flag("required") ?? false,
            Default = map.Text("default"),
            Sources = sources,
        };
    }

    private static InputSource? ReadSource(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (word, name) = colon < 0 ? (text, "") : (text[..colon], text[(colon + 1)..].Trim());
        return name.Length > 0
            ? Named.TryGetValue(word, out var named) ? new InputSource(named, name) : null
            : Plain.TryGetValue(word, out var plain) && colon < 0 ? new InputSource(plain, "") : null;
    }
}
