using DebugDeck.Core.Playbooks.Running;

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
