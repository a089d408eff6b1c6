namespace DebugDeck.Core.Playbooks;

/// <summary>A playbook: what it helps against, what it wants to know, and the steps it takes.</summary>
public sealed record Playbook
{
    /// <summary>What <c>run</c> takes: lower case, digits, <c>-</c>.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>What it finds out, in one or two sentences.</summary>
    public required string Summary { get; init; }

    /// <summary>Where it was read: a path, or <c>built in</c>.</summary>
    public string Origin { get; init; } = "built in";

    public IReadOnlyList<Symptom> Symptoms { get; init; } = [];

    public IReadOnlyList<PlaybookInput> Inputs { get; init; } = [];

    public required IReadOnlyList<PlaybookStep> Steps { get; init; }

    /// <summary>Primary documentation.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];
}
