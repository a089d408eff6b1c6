using DebugDeck.Core.Diagnosis;
using DebugDeck.Output.Documents;

namespace DebugDeck.Output.Playbooks;

/// <summary>A finding of a step in a document.</summary>
internal sealed record StepFindingDocument(
    string Rule,
    string Severity,
    string Title,
    string Explanation,
    IReadOnlyList<StepEvidenceDocument> Evidence,
    IReadOnlyList<FixDocument> Fixes,
    IReadOnlyList<string> Links)
{
    public static StepFindingDocument From(Finding finding) => new(
        finding.Rule,
        DocumentWord.Of(finding.Severity),
        finding.Title,
        finding.Explanation,
        [.. finding.Evidence.Select(StepEvidenceDocument.From)],
        [.. finding.Fixes.Select(FixDocument.From)],
        finding.Links);
}
