using System.Collections.Immutable;

namespace DebugDeck.Core.Playbooks.Running;

/// <summary>Notes how long a run and its steps take.</summary>
internal sealed class RunWatch(TimeProvider clock)
{
    private readonly long _start = clock.GetTimestamp();
    private readonly Dictionary<string, long> _began = new(StringComparer.Ordinal);
    private ImmutableSortedDictionary<string, long> _steps = RunTimes.None.StepMs;

    public RunTimes Times => new(Now, _steps);

    private long Now => (long)clock.GetElapsedTime(_start).TotalMilliseconds;

    public void Note(RunReport report)
    {
        foreach (var step in report.Steps)
        {
            if (step.Status == StepStatus.Running)
            {
                _began.TryAdd(step.Step.Id, Now);
            }
            else if (step.IsOver && !_steps.ContainsKey(step.Step.Id))
            {
                _steps = _steps.Add(step.Step.Id, Now - _began.GetValueOrDefault(step.Step.Id, Now));
            }
        }
    }
}
