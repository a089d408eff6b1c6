using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Playbooks.Probes;

/// <summary>The environment of a target from all that is known: the process itself outranks what was asked for.</summary>
public static class TargetEnvironment
{
    /// <summary>The value and where it stands; null if it is not set, or not known.</summary>
    public static (string Value, string Source)? Find(string name, CaseEvidence evidence)
    {
        if (evidence.Find(new ProcessRequest())?.Variable(name) is { } running)
        {
            return (running, "process environ");
        }

        var set = evidence.Details?.Environment.LastOrDefault(variable => variable.Name == name);
        return set is { Value: { } value } ? (value, $"env, {set.Source}") : null;
    }

    /// <summary>All variables whose values are known, each once.</summary>
    public static IEnumerable<(string Name, string Value)> All(CaseEvidence evidence)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in evidence.Find(new ProcessRequest())?.Environment ?? [])
        {
            if (entry.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && names.Add(entry[..at]))
            {
                yield return (entry[..at], entry[(at + 1)..]);
            }
        }

        foreach (var variable in evidence.Details?.Environment.Reverse() ?? [])
        {
            if (variable.Value is { } value && names.Add(variable.Name))
            {
                yield return (variable.Name, value);
            }
        }
    }

    /// <summary>What the host says about a variable is all there is to say: it knows the value, or it knows specification and image and neither sets it.</summary>
    public static bool IsCertain(string name, CaseEvidence evidence) => evidence.Details is { } details
        && (details.Environment.LastOrDefault(variable => variable.Name == name) is { } set ? set.Value is not null : details.Image is not null);
}
