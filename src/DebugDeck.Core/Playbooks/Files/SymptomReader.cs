using System.Text.RegularExpressions;

namespace DebugDeck.Core.Playbooks.Files;

/// <summary>Reads the entries of <c>symptoms:</c>.</summary>
internal static class SymptomReader
{
    public static readonly string[] Keys = ["id", "title", "matches", "in"];

    private static readonly Dictionary<string, SymptomPlaces> Places = new(StringComparer.Ordinal)
    {
        ["log"] = SymptomPlaces.Log,
        ["status"] = SymptomPlaces.Status,
        ["event"] = SymptomPlaces.Event,
    };

    public static Symptom Read(YamlMap map)
    {
        var patterns = new List<Regex>();
        foreach (var (text, at) in map.Texts("matches"))
        {
            if (PatternText.TryRead(text, out var pattern) is { } problem)
            {
                map.Report(at, problem);
            }
            else
            {
                patterns.Add(pattern!);
            }
        }

        if (!map.Has("matches"))
        {
            map.Report("matches", "'matches' is missing");
        }

        return new Symptom(map.Required("id"), map.Required("title"), patterns, ReadPlaces(map));
    }

    private static SymptomPlaces ReadPlaces(YamlMap map)
    {
        var places = SymptomPlaces.None;
        foreach (var (text, at) in map.Texts("in"))
        {
            if (Places.TryGetValue(text, out var place))
            {
                places |= place;
            }
            else
            {
                map.Report(at, $"there is no place '{text}' to look for symptoms in; the places are {string.Join(", ", Places.Keys)}");
            }
        }

        return places == SymptomPlaces.None ? SymptomPlaces.Log : places;
    }
}
