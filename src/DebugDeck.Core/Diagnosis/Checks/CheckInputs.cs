using System.Collections.Immutable;

namespace DebugDeck.Core.Diagnosis.Checks;

/// <summary>The inputs of a playbook, filled in: from the command line, else from symptoms, environment and specification.</summary>
public sealed class CheckInputs
{
    private static readonly char[] Separators = [',', ' ', '\n', '\t'];

    private readonly ImmutableSortedDictionary<string, string> _values;

    public CheckInputs(IEnumerable<KeyValuePair<string, string>> values) =>
        _values = values.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static CheckInputs None { get; } = new([]);

    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>The value; null if it is not given. Never empty.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>The value taken as a list, separated by commas or blanks; empty if it is not given.</summary>
    public IReadOnlyList<string> List(string name) =>
        this[name]?.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public CheckInputs With(string name, string value) => new(_values.SetItem(name, value));
}
