using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Playbooks.Conditions;
using DebugDeck.Core.Playbooks.Probes;
using DebugDeck.Core.Text;

namespace DebugDeck.Core.Playbooks.Files;

/// <summary>Reads the entries of <c>steps:</c>.</summary>
internal static class StepReader
{
    public static readonly string[] Keys = ["id", "title", "why", "check", "probe", "expect", "finding", "ok", "when", "fixes"];

    public static readonly string[] FindingKeys = ["rule", "severity", "title", "explanation", "links"];

    public static readonly string[] FixKeys = ["for", "kind", "title", "language", "text"];

    private static readonly string[] Severities = ["info", "warning", "problem"];

    private static readonly string[] ProbeKeys = ["expect", "finding", "ok"];

    private static readonly string[] FixKinds = ["immediate", "lasting"];

    /// <summary>The step; null if it cannot be run, which is reported.</summary>
    public static PlaybookStep? Read(YamlMap map, string playbook)
    {
        var id = map.Required("id");
        var title = map.Required("title");
        if (map.Has("check") == map.Has("probe"))
        {
            map.Report(map.Has("check") ? "probe" : "id", "a step has either a 'check' or a 'probe'");
            return null;
        }

        var (check, looks) = map.Has("check") ? Check(map) : Probe(map, playbook, id, title);
        var condition = When(map);
        var fixes = map.Maps("fixes", FixKeys).Select(Fix).ToList();
        return check is null ? null : new PlaybookStep
        {
            Id = id,
            Title = title,
            Why = map.Text("why")?.Trim() ?? "",
            Check = check,
            Looks = looks,
            When = condition,
            Fixes = fixes,
        };
    }

    private static (ICheck? Check, string Looks) Check(YamlMap map)
    {
        foreach (var key in ProbeKeys.Where(map.Has))
        {
            map.Report(key, $"'{key}' belongs to a probe; a check has an opinion of its own");
        }

        var name = map.Required("check");
        var check = CheckList.Find(name);
        if (check is null && name.Length > 0)
        {
            var near = NearestWord.Of(name, CheckList.All.Select(known => known.Name));
            map.Report("check", $"there is no check '{name}'{(near is null ? "" : $" (did you mean '{near}'?)")}");
        }

        return (check, name);
    }

    private static (ICheck? Check, string Looks) Probe(YamlMap map, string playbook, string id, string title)
    {
        var probe = ProbeReader.Read(map);
        var expectation = ProbeReader.ReadExpectation(map, probe);
        var finding = map.Map("finding", FindingKeys);
        if (!map.Has("finding"))
        {
            map.Report("probe", "'finding' is missing: what it means if the expectation does not hold");
        }

        var verdict = new ProbeVerdict(
            Word(finding, "severity", Severities) is { } severity ? Enum.Parse<Severity>(severity, ignoreCase: true) : Severity.Problem,
            finding?.Required("title") ?? title,
            finding?.Text("explanation")?.Trim() ?? "",
            [.. finding?.Texts("links").Select(link => link.Text) ?? []]);
        if (probe is null)
        {
            return (null, "");
        }

        var check = new ProbeCheck
        {
            Name = finding?.Text("rule") ?? $"{playbook}.{id}",
            Probe = probe,
            Expectation = expectation,
            Verdict = verdict,
            WhenWell = map.Text("ok") ?? title,
        };
        return (check, probe.Words);
    }

    private static Condition? When(YamlMap map)
    {
        if (map.Text("when") is not { } text)
        {
            return null;
        }

        try
        {
            return ConditionParser.Parse(text);
        }
        catch (FormatException error)
        {
            map.Report("when", error.Message);
            return null;
        }
    }

    private static StepFix Fix(YamlMap map)
    {
        if (!map.Has("kind"))
        {
            map.Report("kind", "'kind' is missing: immediate (mitigates now) or lasting (belongs in the image)");
        }

        var kind = Word(map, "kind", FixKinds) == "immediate" ? FixKind.Immediate : FixKind.Lasting;
        return new StepFix(map.Text("for"), new Fix(kind, map.Required("title"), map.Required("language"), map.Required("text").TrimEnd('\n')));
    }

    private static string? Word(YamlMap? map, string key, string[] known)
    {
        if (map?.Text(key) is not { } word)
        {
            return null;
        }

        if (known.Contains(word))
        {
            return word;
        }

        map.Report(key, $"'{key}' is one of {string.Join(", ", known)}, not '{word}'");
        return null;
    }
}
