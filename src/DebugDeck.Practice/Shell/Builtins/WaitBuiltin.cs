using DebugDeck.Practice.Processes;
using DebugDeck.Practice.Shell.Execution;

namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>wait</c>: for all jobs or for some, until a signal with a trap comes.</summary>
internal sealed class WaitBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => ["wait"];

    public async ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken)
    {
        var jobs = call.State.Jobs;
        var arrived = call.State.Traps.Arrived;
        var status = 0;
        if (call.Arguments.Count == 0)
        {
            foreach (var job in jobs.All.ToList())
            {
                if (await UntilSignalAsync(job, arrived, cancellationToken) is null)
                {
                    return 128 + Signals.Terminate;
                }

                jobs.Remove(job);
            }
        }

        foreach (var argument in call.Arguments)
        {
            status = Find(jobs, argument) is { } job
                ? await UntilSignalAsync(job, arrived, cancellationToken) ?? 128 + Signals.Terminate
                : 127;
        }

        return status;
    }

    /// <summary>The status of a job; null if a signal came first.</summary>
    private static async Task<int?> UntilSignalAsync(Job job, Task arrived, CancellationToken cancellationToken)
    {
        await Task.WhenAny(job.Completion, arrived).WaitAsync(cancellationToken);
        return job.Completion.IsCompleted ? await job.Completion : null;
    }

    private static Job? Find(JobTable jobs, string name) => name.StartsWith('%')
        ? jobs.All.ElementAtOrDefault(int.TryParse(name[1..], out var number) ? number - 1 : jobs.All.Count - 1)
        : jobs.All.FirstOrDefault(job => job.Pid.ToString(System.Globalization.CultureInfo.InvariantCulture) == name);
}
