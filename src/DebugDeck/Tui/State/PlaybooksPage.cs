using DebugDeck.Core.Playbooks;
using DebugDeck.Core.Playbooks.Triage;

namespace DebugDeck.Tui.State;

/// <summary>The playbooks, those first that know a symptom of the target.</summary>
internal sealed record PlaybooksPage(int Id, TargetKey Target) : TargetPage(Id, Target)
{
    /// <summary>Ranked; empty until the target has been looked at.</summary>
    public IReadOnlyList<Playbook> Playbooks { get; init; } = [];

    public TriageReport? Report { get; init; }

    public Problem? Problem { get; init; }

    public ListPosition Position { get; init; }

    public Playbook? Selected => Position.Selected < Playbooks.Count ? Playbooks[Position.Selected] : null;
}
