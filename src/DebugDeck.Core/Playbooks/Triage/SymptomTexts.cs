using System.Globalization;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Playbooks.Triage;

/// <summary>The texts of a case in which symptoms are looked for, oldest log line first.</summary>
internal static class SymptomTexts
{
    /// <summary>What triage reads; every run reads it too, for inputs.</summary>
    public static IReadOnlyList<EvidenceRequest> Needs(CaseEvidence evidence) => evidence.Details is { } details && (details.Target.Restarts > 0 || details.LastEnd is not null)
        ? [new DetailsRequest(), new LogTailRequest(), new LogTailRequest(Previous: true)]
        : [new DetailsRequest(), new LogTailRequest()];

    public static IEnumerable<SymptomText> Of(CaseEvidence evidence)
    {
        foreach (var previous in new[] { true, false })
        {
            foreach (var line in evidence.Find(new LogTailRequest(previous))?.Lines ?? [])
            {
                yield return new SymptomText(SymptomPlaces.Log, previous ? "previous log" : "log", line.At, line.Text);
            }
        }

        foreach (var status in evidence.Details is { } details ? Statuses(details) : [])
        {
            yield return status;
        }

        foreach (var fact in (evidence.Details?.Events ?? []).OrderBy(fact => fact.At))
        {
            yield return new SymptomText(SymptomPlaces.Event, "event", fact.At, $"{fact.Reason}: {fact.Message}", Math.Max(1, fact.Count));
        }
    }

    private static IEnumerable<SymptomText> Statuses(TargetDetails details)
    {
        var target = details.Target;
        yield return Status($"{target.State.ToString().ToLowerInvariant()} {target.Reason}".TrimEnd(), target.FinishedAt ?? target.StartedAt);
        if (details.LastEnd is { } end)
        {
            yield return Status(string.Create(CultureInfo.InvariantCulture, $"{end.Reason ?? "Ended"} (exit {end.ExitCode}) {end.Message}").TrimEnd(), end.At);
        }

        foreach (var condition in details.Conditions)
        {
            yield return Status($"{condition.Type}={condition.Status} {condition.Reason} {condition.Message}".TrimEnd(), null);
        }
    }

    private static SymptomText Status(string text, DateTimeOffset? at) => new(SymptomPlaces.Status, "status", at, text);
}
