using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Playbooks.Conditions;

namespace DebugDeck.Core.Playbooks;

/// <summary>One step of a playbook.</summary>
public sealed record PlaybookStep
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Why one looks here, for whoever reads along.</summary>
    public string Why { get; init; } = "";

    /// <summary>The rule that judges: one of ours, or the step's own probe and expectation.</summary>
    public required ICheck Check { get; init; }

    /// <summary>How the playbook wrote it: the check's name, or the probe in words.</summary>
    public required string Looks { get; init; }

    /// <summary>The step is skipped unless this holds; null for always.</summary>
    public Condition? When { get; init; }

    /// <summary>Fixes that the playbook adds to what its check finds amiss.</summary>
    public IReadOnlyList<StepFix> Fixes { get; init; } = [];
}
