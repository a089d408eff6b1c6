using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Playbooks.Inputs;

namespace DebugDeck.Core.Playbooks.Running;

/// <summary>A run of a playbook, finished or under way.</summary>
public sealed record RunReport
{
    public required Playbook Playbook { get; init; }

    /// <summary>The target's address as it can be typed again.</summary>
    public required string Target { get; init; }

    /// <summary><c>docker</c>, <c>podman</c> or <c>kubernetes</c>.</summary>
    public required string HostKind { get; init; }

    public required IReadOnlyList<InputValue> Inputs { get; init; }

    public required IReadOnlyList<StepReport> Steps { get; init; }

    /// <summary>All raw evidence. Not redacted.</summary>
    public required CaseEvidence Evidence { get; init; }

    public long DurationMs { get; init; }

    /// <summary>The worst finding; null if there is none.</summary>
    public Severity? Worst => Steps.Max(step => step.Worst);

    public bool IsOver => Steps.All(step => step.IsOver);

    /// <summary>
    /// <c>problem</c>, <c>warning</c>, <c>ok</c>; <c>incomplete</c> where nothing bad was seen and not everything could be looked at, which is not the same as well.
    /// </summary>
    public string Verdict => Worst switch
    {
        Severity.Problem => "problem",
        Severity.Warning => "warning",
        _ when Steps.Any(step => step.Status is not (StepStatus.Done or StepStatus.Skipped)) => "incomplete",
        _ => "ok",
    };
}
