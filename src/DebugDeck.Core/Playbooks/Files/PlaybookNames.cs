using DebugDeck.Core.Playbooks.Probes;
using DebugDeck.Core.Text;
using YamlDotNet.RepresentationModel;

namespace DebugDeck.Core.Playbooks.Files;

/// <summary>Sees to it that the names in a playbook are unique and that what is spoken of is there.</summary>
internal static class PlaybookNames
{
    public static void Check(Playbook playbook, YamlMap map)
    {
        Unique(map, "symptoms", playbook.Symptoms.Select(symptom => symptom.Id));
        Unique(map, "inputs", playbook.Inputs.Select(input => input.Name));
        Unique(map, "steps", playbook.Steps.Select(step => step.Id));
        var inputs = playbook.Inputs.Select(input => input.Name).ToList();
        var before = new List<string>();
        foreach (var step in playbook.Steps)
        {
            foreach (var name in step.When?.Steps.Except(before) ?? [])
            {
                At(map, step, "when", $"the condition of step '{step.Id}' speaks of step '{name}', which does not stand before it{Nearest(name, before)}");
            }

            foreach (var name in Texts(step).SelectMany(Placeholders.NamesIn).Concat(step.When?.Inputs ?? []).Except(inputs).Distinct())
            {
                At(map, step, "id", $"step '{step.Id}' speaks of the input '{name}', which the playbook does not have{Nearest(name, inputs)}");
            }

            before.Add(step.Id);
        }
    }

    private static IEnumerable<string> Texts(PlaybookStep step)
    {
        var fixes = step.Fixes.SelectMany(fix => new[] { fix.Fix.Title, fix.Fix.Text });
        return step.Check is ProbeCheck check
            ? [.. check.Probe.Texts, check.Verdict.Title, check.Verdict.Explanation, check.WhenWell, check.Expectation.EqualTo ?? "", .. check.Expectation.Contains, .. fixes]
            : fixes;
    }

    private static void Unique(YamlMap map, string key, IEnumerable<string> names)
    {
        foreach (var name in names.Where(name => name.Length > 0).GroupBy(name => name).Where(same => same.Count() > 1))
        {
            map.Report(key, $"'{name.Key}' stands {name.Count()} times in '{key}'");
        }
    }

    // The step's own place in the file, by its id.
    private static void At(YamlMap map, PlaybookStep step, string key, string message)
    {
        var node = (map.Node("steps") as YamlSequenceNode)?.OfType<YamlMappingNode>().FirstOrDefault(node => Child(node, "id") is YamlScalarNode { Value: var id } && id == step.Id);
        var place = node is null ? null : Child(node, key) ?? node;
        if (place is null)
        {
            map.Report("steps", message);
        }
        else
        {
            map.Report(place.Start, message);
        }
    }

    private static YamlNode? Child(YamlMappingNode node, string key) =>
        node.Children.FirstOrDefault(child => child.Key is YamlScalarNode scalar && scalar.Value == key).Value;

    private static string Nearest(string typed, IEnumerable<string> known) => NearestWord.Of(typed, known) is { } near ? $" (did you mean '{near}'?)" : "";
}
