namespace DebugDeck.Core.Playbooks.Triage;

/// <summary>A symptom that was found.</summary>
public sealed record SymptomMatch
{
    /// <summary>The playbook that knows it.</summary>
    public required string Playbook { get; init; }

    public required Symptom Symptom { get; init; }

    /// <summary>Where it was found first: <c>log</c>, <c>previous log</c>, <c>status</c>, <c>event</c>.</summary>
    public required string Place { get; init; }

    /// <summary>How often.</summary>
    public required int Count { get; init; }

    /// <summary>When first and last, as far as the host told; null if it did not.</summary>
    public DateTimeOffset? First { get; init; }

    /// <inheritdoc cref="First"/>
    public DateTimeOffset? Last { get; init; }

    /// <summary>The newest text it was found in. Hostile, and not redacted.</summary>
    public required string Example { get; init; }

    /// <summary>What its named groups held, the most frequent first.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Groups { get; init; }
}
