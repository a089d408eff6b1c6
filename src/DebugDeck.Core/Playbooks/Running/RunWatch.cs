using System.Collections.Immutable;

namespace DebugDeck.Core.Playbooks.Running;

/// <summary>Notes how long a run and its steps take.</summary>
/// <param name="clock">The clock.</param>
/// <param name="from">The run that this one goes on from; what it took counts too.</param>
internal sealed class RunWatch(TimeProvider clock, RunReport? from = null)
{
    private readonly long _start = clock.GetTimestamp();
    private readonly Dictionary<string, long> _began = new(StringComparer.Ordinal);
    private ImmutableSortedDictionary<string, long> _steps = RunTimes.None.StepMs.AddRange(
        (from?.Steps ?? []).Where(step => step.Status is StepStatus.Done or StepStatus.Skipped).Select(step => KeyValuePair.Create(step.Step.Id, step.DurationMs)));

    public RunTimes Times => new(Now, _steps);

    private long Now => (from?.DurationMs ?? 0) + (long)clock.GetElapsedTime(_start).TotalMilliseconds;

    /// <summary>Notes which steps have begun and which are over; returns the report with the times that are known now.</summary>
    public RunReport Note(RunReport report)
    {
        var now = Now;
        foreach (var step in report.Steps)
        {
            if (step.Status == StepStatus.Running)
            {
                // It may have seemed over before its inputs were known.
                _began.TryAdd(step.Step.Id, now);
                _steps = _steps.Remove(step.Step.Id);
            }
            else if (step.IsOver && !_steps.ContainsKey(step.Step.Id))
            {
                _steps = _steps.Add(step.Step.Id, now - _began.GetValueOrDefault(step.Step.Id, now));
            }
        }

        return report with { DurationMs = now, Steps = [.. report.Steps.Select(step => step with { DurationMs = _steps.GetValueOrDefault(step.Step.Id) })] };
    }
}
