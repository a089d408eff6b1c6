using DebugDeck.Core.Playbooks.Probes;
using YamlDotNet.RepresentationModel;

namespace DebugDeck.Core.Playbooks.Files;

/// <summary>Reads <c>probe:</c> and <c>expect:</c>.</summary>
internal static class ProbeReader
{
    public static readonly string[] Keys = ["file", "exec", "env", "spec", "lookup", "tls"];

    public static readonly string[] ExpectKeys = ["exists", "equals", "matches", "contains", "exitCode"];

    /// <summary>The probe; null if none can be read, which is reported.</summary>
    public static Probe? Read(YamlMap step)
    {
        if (step.Map("probe", Keys) is not { } map)
        {
            return null;
        }

        var given = Keys.Where(map.Has).ToList();
        if (given.Count != 1)
        {
            step.Report("probe", given.Count == 0 ? $"the probe is missing: one of {string.Join(", ", Keys)}" : $"one step makes one probe, and this one has {string.Join(" and ", given)}");
            return null;
        }

        return given[0] switch
        {
            "file" => Path(map) is { } path ? new FileProbe(path) : null,
            "exec" => Arguments(map) is { Count: > 0 } arguments ? new ExecProbe(arguments) : null,
            "env" => new EnvironmentProbe(map.Required("env")),
            "spec" => new SpecProbe(map.Required("spec")),
            "lookup" => new LookupProbe(map.Required("lookup")),
            _ => new TlsProbe(map.Required("tls")),
        };
    }

    /// <summary>What is expected; nothing in it where it cannot be read.</summary>
    public static Expectation ReadExpectation(YamlMap step, Probe? probe)
    {
        if (step.Map("expect", ExpectKeys) is not { } map)
        {
            if (!step.Has("expect"))
            {
                step.Report("probe", "'expect' is missing: what the probe should see");
            }

            return new Expectation();
        }

        if (!ExpectKeys.Any(map.Has))
        {
            step.Report("expect", $"nothing is expected: one or more of {string.Join(", ", ExpectKeys)}");
        }

        if (map.Has("exitCode") && probe is not (null or ExecProbe))
        {
            map.Report("exitCode", $"only exec has an exit code, and this probe is '{probe.Words}'");
        }

        var pattern = map.Text("matches");
        System.Text.RegularExpressions.Regex? matches = null;
        if (pattern is not null && PatternText.TryRead(pattern, out matches) is { } problem)
        {
            map.Report("matches", problem);
        }

        return new Expectation
        {
            Exists = map.Flag("exists"),
            EqualTo = map.Text("equals"),
            Matches = matches,
            Contains = [.. map.Texts("contains").Select(part => part.Text)],
            ExitCode = map.Number("exitCode"),
        };
    }

    private static string? Path(YamlMap map)
    {
        var path = map.Required("file");
        if (path.StartsWith('/') || path.StartsWith("{{", StringComparison.Ordinal))
        {
            return path;
        }

        map.Report("file", $"'{path}' is not an absolute path");
        return null;
    }

    // A shell line would let an input's value become part of the script.
    private static List<string> Arguments(YamlMap map)
    {
        if (map.Node("exec") is YamlScalarNode)
        {
            map.Report("exec", "'exec' is a list of program and arguments: [sh, -c, \"…\"] for a shell line");
            return [];
        }

        var arguments = map.Texts("exec").Select(word => word.Text).ToList();
        if (arguments.Count == 0)
        {
            map.Report("exec", "'exec' is empty");
        }

        return arguments;
    }
}
