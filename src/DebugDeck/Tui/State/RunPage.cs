using System.Collections.Immutable;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Playbooks;
using DebugDeck.Core.Playbooks.Running;

namespace DebugDeck.Tui.State;

/// <summary>A run of a playbook on one target.</summary>
internal sealed record RunPage(int Id, TargetKey Target, Playbook Playbook) : TargetPage(Id, Target)
{
    /// <summary>The inputs that the user gave.</summary>
    public ImmutableSortedDictionary<string, string> Given { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>How far it is; null before its first report.</summary>
    public RunReport? Report { get; init; }

    /// <summary>How many steps are looked at before the user is asked to go on; null for all.</summary>
    public int? Until { get; init; }

    /// <summary>The run that this one goes on from; null if it begins anew.</summary>
    public RunReport? From { get; init; }

    /// <summary>What is being waited for.</summary>
    public string Words { get; init; } = "";

    public RunPhase Phase { get; init; }

    public Problem? Problem { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The user has said yes to a debug container in a pod.</summary>
    public bool IsAllowed { get; init; }

    /// <summary>How it would be started, where the user has to say yes first.</summary>
    public DebugPlan? Plan { get; init; }

    /// <summary>The steps that want it.</summary>
    public IReadOnlyList<string> PlanSteps { get; init; } = [];

    /// <summary>The selected step.</summary>
    public ListPosition Position { get; init; }

    /// <summary>The first visible line beside the steps.</summary>
    public int Top { get; init; }

    /// <summary>Which fix of the selected step.</summary>
    public int Fix { get; init; }

    /// <summary>Which file of the selected step's evidence.</summary>
    public int File { get; init; }

    /// <summary>Where the fix is being saved to; null if it is not.</summary>
    public string? SavingTo { get; init; }

    /// <summary>Counts the runs.</summary>
    public int Round { get; init; }

    public StepReport? Selected => Report is { } report && Position.Selected < report.Steps.Count ? report.Steps[Position.Selected] : null;

    /// <summary>The files of the target that the selected step quotes, in the order in which they are shown, each once.</summary>
    public IReadOnlyList<string> Files =>
    [
        .. (Selected?.Findings.SelectMany(finding => finding.Evidence) ?? []).Concat(Selected?.Evidence ?? [])
            .Where(evidence => evidence is { Source: "file", Path: ['/', ..] }).Select(evidence => evidence.Path!).Distinct(StringComparer.Ordinal),
    ];

    public string? SelectedFile => Files is { Count: > 0 } files ? files[File % files.Count] : null;

    /// <summary>The fixes of the selected step.</summary>
    public IReadOnlyList<Fix> Fixes => [.. Selected?.Findings.SelectMany(finding => finding.Fixes) ?? []];

    public Fix? SelectedFix => Fixes is { Count: > 0 } fixes ? fixes[Fix % fixes.Count] : null;
}
