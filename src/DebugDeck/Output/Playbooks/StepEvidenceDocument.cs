using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Output.Playbooks;

/// <summary>Evidence of a step in a document: where it was read and what it said, which is all that a ticket needs.</summary>
internal sealed record StepEvidenceDocument(string Source, string Text)
{
    public static StepEvidenceDocument From(Evidence evidence) => new(evidence.Path is { } path ? $"{evidence.Source} {path}" : evidence.Source, evidence.Detail);
}
