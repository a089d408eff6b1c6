using System.Text.RegularExpressions;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Playbooks.Probes;
using DebugDeck.Core.Playbooks.Triage;

namespace DebugDeck.Core.Playbooks.Inputs;

/// <summary>Fills the inputs of a playbook: what the user says, else the first of its sources that knows something, else the default. Pure.</summary>
public static class InputGuess
{
    // A guess is an offer: a dozen hosts to look up would make a short run long.
    private const int MostValues = 6;

    /// <summary>Every input of the playbook with its value.</summary>
    public static IReadOnlyList<InputValue> Values(Playbook playbook, IReadOnlyDictionary<string, string> given, CaseEvidence evidence)
    {
        var symptoms = SymptomScan.Scan([playbook], evidence);
        return [.. playbook.Inputs.Select(input => given.TryGetValue(input.Name, out var value)
            ? new InputValue(input, value.Length > 0 ? value : null, "given")
            : Guess(input, symptoms, evidence))];
    }

    /// <summary>The same as checks take them.</summary>
    public static CheckInputs ToInputs(IEnumerable<InputValue> values) =>
        new(values.Where(value => value.Value is not null).Select(value => KeyValuePair.Create(value.Input.Name, value.Value!)));

    private static InputValue Guess(PlaybookInput input, IReadOnlyList<SymptomMatch> symptoms, CaseEvidence evidence)
    {
        // A list takes all that its sources know; a single value the first.
        var found = input.Sources.SelectMany(source => Find(source, symptoms, evidence)).DistinctBy(found => WithoutUsualPort(found.Value)).Take(input.IsList ? MostValues : 1).ToList();
        return found.Count > 0
            ? new InputValue(input, string.Join(',', found.Select(one => one.Value)), string.Join(", ", found.Select(one => one.Origin).Distinct()))
            : new InputValue(input, input.Default, input.Default is null ? "" : "default");
    }

    private static IEnumerable<(string Value, string Origin)> Find(InputSource source, IReadOnlyList<SymptomMatch> symptoms, CaseEvidence evidence) => source.Kind switch
    {
        InputSourceKind.Symptom => symptoms.SelectMany(match => match.Groups.GetValueOrDefault(source.Name)?.Select(value => (value, match.Place)) ?? []),
        InputSourceKind.Environment => Variables(source.Name, evidence),
        InputSourceKind.Spec => evidence.Details is { } details && SpecField.Read(details, source.Name) is { } value
            ? value.Split('\n').Select(line => (line, $"spec {source.Name}"))
            : [],
        InputSourceKind.Hosts => NamedThings.Hosts(evidence),
        InputSourceKind.TlsEndpoints => NamedThings.TlsEndpoints(evidence),
        InputSourceKind.Zones => NamedThings.Zones(evidence),
        _ => (evidence.Find(new ClusterRequest())?.Services ?? []).Select(service => ($"{service.Name}.{service.Namespace}.svc.cluster.local", "services")),
    };

    // A host that was named with the port of https and without it is one end point.
    private static string WithoutUsualPort(string value) => value.EndsWith(":443", StringComparison.Ordinal) ? value[..^4] : value;

    private static IEnumerable<(string Value, string Origin)> Variables(string pattern, CaseEvidence evidence)
    {
        var name = new Regex($"^{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return TargetEnvironment.All(evidence).Where(variable => name.IsMatch(variable.Name) && variable.Value.Length > 0).Select(variable => (variable.Value, $"env {variable.Name}"));
    }
}
