using DebugDeck.Core.Playbooks.Running;
using DebugDeck.Output.Documents;

namespace DebugDeck.Output.Playbooks;

/// <summary>A step of a run in a document.</summary>
internal sealed record StepDocument(
    string Id,
    string Title,
    string Status,
    string Result,
    long DurationMs,
    IReadOnlyList<StepEvidenceDocument> Evidence,
    IReadOnlyList<StepFindingDocument> Findings,
    IReadOnlyList<string> Missing)
{
    public static StepDocument From(StepReport step) => new(
        step.Step.Id,
        step.Step.Title,
        DocumentWord.Of(step.Status),
        step.Result,
        step.DurationMs,
        [.. step.Evidence.Select(StepEvidenceDocument.From)],
        [.. step.Findings.Select(StepFindingDocument.From)],
        step.Missing);
}
