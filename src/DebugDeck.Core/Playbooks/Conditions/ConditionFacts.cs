using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Playbooks.Conditions;

/// <summary>What conditions speak of: results so far, inputs, and the target.</summary>
/// <param name="Results">How the steps before ended, by id: <c>ok</c>, <c>info</c>, <c>warning</c>, <c>problem</c>, <c>skipped</c>, <c>missing</c>.</param>
/// <param name="Rules">The rules that found something, with the worst they found.</param>
/// <param name="Inputs">The inputs.</param>
/// <param name="Details">The target; null if nothing is known of it.</param>
/// <param name="HostKind"><c>docker</c>, <c>podman</c>, <c>kubernetes</c>.</param>
public sealed record ConditionFacts(
    IReadOnlyDictionary<string, string> Results,
    IReadOnlyDictionary<string, Severity> Rules,
    CheckInputs Inputs,
    TargetDetails? Details,
    string HostKind)
{
    /// <summary>The fields of <c>target.</c> that a condition may speak of.</summary>
    public static IReadOnlyList<string> TargetFields { get; } = ["host", "state", "name", "container", "namespace", "image", "restarted", "shell"];

    /// <summary>The value as a word; null if there is none.</summary>
    public string? Value(string area, string name) => area switch
    {
        "step" => Results.GetValueOrDefault(name),
        "rule" => Rules.TryGetValue(name, out var severity) ? Word(severity) : null,
        "input" => Inputs[name],
        _ => Field(name),
    };

    /// <summary>What the fact says when it stands by itself.</summary>
    public bool IsTrue(string area, string name) => area switch
    {
        "step" => Results.GetValueOrDefault(name) is "warning" or "problem",
        "rule" => Rules.TryGetValue(name, out var severity) && severity >= Severity.Warning,
        "input" => Inputs[name] is not null,
        _ => Field(name) is not (null or "" or "no"),
    };

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();

    private string? Field(string name) => Details?.Target is not { } target ? null : name switch
    {
        "host" => HostKind,
        "state" => Word(target.State),
        "name" => target.Name,
        "container" => target.Container,
        "namespace" => target.Project,
        "image" => target.Image,
        "restarted" => target.Restarts > 0 ? "yes" : "no",
        "shell" => Word(target.Shell.Verdict),
        _ => null,
    };
}
