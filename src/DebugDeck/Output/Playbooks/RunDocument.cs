using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Playbooks.Running;
using DebugDeck.Output.Documents;

namespace DebugDeck.Output.Playbooks;

/// <summary>What <c>run -o json</c> prints.</summary>
internal sealed record RunDocument(
    int SchemaVersion,
    string Playbook,
    string Target,
    DateTimeOffset StartedAt,
    long DurationMs,
    IReadOnlyDictionary<string, string> Inputs,
    IReadOnlyList<StepDocument> Steps,
    string Verdict)
{
    public static RunDocument From(RunReport report) => new(
        1,
        report.Playbook.Name,
        report.Target,
        report.Evidence.TakenAt,
        report.DurationMs,
        RunInputs.Shown(report).ToDictionary(input => input.Name, input => input.Value),
        [.. report.Steps.Select(StepDocument.From)],
        report.Verdict);
}

/// <summary>A step in a document.</summary>
internal sealed record StepDocument(
    string Id,
    string Title,
    string Status,
    string Result,
    long DurationMs,
    IReadOnlyList<EvidenceDocument> Evidence,
    IReadOnlyList<FindingDocument> Findings,
    IReadOnlyList<string> Missing)
{
    public static StepDocument From(StepReport step) => new(
        step.Step.Id,
        step.Step.Title,
        DocumentWord.Of(step.Status),
        step.Result,
        step.DurationMs,
        [.. step.Evidence.Select(EvidenceDocument.From)],
        [.. step.Findings.Select(FindingDocument.From)],
        step.Missing);
}

/// <summary>A piece of evidence in a document.</summary>
internal sealed record EvidenceDocument(string Source, string Text)
{
    public static EvidenceDocument From(Evidence evidence) => new(evidence.Path is { } path ? $"{evidence.Source} {path}" : evidence.Source, evidence.Detail);
}

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
        [.. finding.Evidence.Select(EvidenceDocument.From)],
        [.. finding.Fixes.Select(fix => new FixDocument(DocumentWord.Of(fix.Kind), fix.Title, fix.Language, fix.Text))],
        finding.Links);
}

/// <summary>A fix in a document.</summary>
internal sealed record FixDocument(string Kind, string Title, string Language, string Text);
