using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Output.Documents.Anatomies;

/// <summary>A finding in a document.</summary>
internal sealed record FindingDocument(
    string Rule,
    string Severity,
    string Title,
    string Explanation,
    IReadOnlyList<EvidenceDocument> Evidence,
    IReadOnlyList<FixDocument> Fixes,
    IReadOnlyList<string> Links)
{
    public static FindingDocument From(Finding finding) => new(
        finding.Rule,
        DocumentWord.Of(finding.Severity),
        finding.Title,
        finding.Explanation,
        EvidenceDocument.From(finding.Evidence),
        [.. finding.Fixes.Select(FixDocument.From)],
        finding.Links);
}
