using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Playbooks.Running;

/// <summary>One step of a run. Texts are redacted and still hostile: escape before showing them.</summary>
public sealed record StepReport
{
    public required PlaybookStep Step { get; init; }

    public required StepStatus Status { get; init; }

    public long DurationMs { get; init; }

    /// <summary>What was looked at.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Worst first.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What could not be had and why, one sentence each, with a hint where there is one.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The worst that was found; null if nothing was concluded.</summary>
    public Severity? Worst => Findings.Count == 0 ? null : Findings.Max(finding => finding.Severity);

    /// <summary>It will not change any more.</summary>
    public bool IsOver => Status is not (StepStatus.Waiting or StepStatus.Running);

    /// <summary>The result as conditions and scripts know it: <c>ok</c>, <c>info</c>, <c>warning</c>, <c>problem</c>, <c>skipped</c>, <c>missing</c>.</summary>
    public string Result => Status switch
    {
        StepStatus.Skipped => "skipped",
        _ when Worst is { } worst => worst.ToString().ToLowerInvariant(),
        StepStatus.Done => "ok",
        _ => "missing",
    };
}
