using System.Globalization;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Diagnosis.Programs;

/// <summary>How the last run ended, in words: exit codes, signals, memory, and probes that kill.</summary>
public sealed class EndCheck : ICheck
{
    // So many restarts are no accident, even if it happens to run at the moment.
    private const int Many = 3;

    public string Name => "crash.end";

    public IReadOnlyList<EvidenceRequest> Needs(CheckInputs inputs, CaseEvidence evidence) => [new DetailsRequest()];

    public IReadOnlyList<Finding> Evaluate(CheckInputs inputs, CaseEvidence evidence)
    {
        if (evidence.Details is not { } details)
        {
            return [];
        }

        var target = details.Target;
        var end = details.LastEnd ?? (target.State is ContainerState.Exited or ContainerState.Dead or ContainerState.Restarting && target.ExitCode is { } code ? new EndFact(code, null, null, target.FinishedAt) : null);
        if (end is null)
        {
            return WaitWords.Of(details) is { } waits ? [waits] : [new Finding("crash.none", Severity.Ok, "The program has not ended", "No run of this container has ended yet.")];
        }

        var severity = target.State == ContainerState.Running && target.Restarts < Many ? Severity.Warning : Severity.Problem;
        var finding = EndWords.Of(end, details, severity);
        return [finding with { Evidence = [new Evidence("status", "last end", Describe(end)), .. finding.Evidence, .. Restarts(target)] }];
    }

    private static string Describe(EndFact end)
    {
        var at = end.At is { } time ? $" at {time.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"exit code {end.ExitCode}{(end.Reason is null ? "" : $", {end.Reason}")}{at}{(string.IsNullOrEmpty(end.Message) ? "" : $": {end.Message}")}");
    }

    private static IEnumerable<Evidence> Restarts(Target target) =>
        target.Restarts > 0 ? [new Evidence("status", "restarts", target.Restarts.ToString(CultureInfo.InvariantCulture))] : [];
}
