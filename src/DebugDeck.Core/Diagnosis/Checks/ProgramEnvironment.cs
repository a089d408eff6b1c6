using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Diagnosis.Checks;

/// <summary>
/// The environment of the target's program: that of its process where it may be read, else what the specification and the image say.
/// </summary>
public sealed class ProgramEnvironment(CaseEvidence evidence)
{
    private readonly ProcessFacts? _process = evidence.Find(new ProcessRequest());

    /// <summary>Every variable is known, so that one that is not found is not set.</summary>
    public bool IsComplete => _process?.Environment is not null || evidence.Details is { Image: not null };

    /// <summary>The value; null if it is not set or not known.</summary>
    public string? this[string name] => Find(name)?.Value;

    /// <summary>A variable with where it was read.</summary>
    public (string? Value, Evidence Evidence)? Find(string name)
    {
        if (_process?.Environment is not null)
        {
            return _process.Variable(name) is { } value ? (value, new Evidence("process", "environ", $"{name}={value}")) : null;
        }

        if (evidence.Details?.Environment.LastOrDefault(variable => variable.Name == name) is { } set)
        {
            return (set.Value, new Evidence("spec", $"env {name}", set.Value is null ? $"{name} comes from {set.Source}" : $"{name}={set.Value}"));
        }

        return evidence.Details?.Image?.Environment.LastOrDefault(entry => entry.StartsWith(name + "=", StringComparison.Ordinal)) is { } line
            ? (line[(name.Length + 1)..], new Evidence("image config", "Env", line))
            : null;
    }
}
