using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>One run of a container, from its start to its end.</summary>
internal sealed class ContainerRun(string id, Machine machine, Process process, ContainerLog log, DateTimeOffset startedAt)
{
    private readonly TaskCompletionSource<ContainerEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => id;

    public Machine Machine => machine;

    public Process Process => process;

    public ContainerLog Log => log;

    public DateTimeOffset StartedAt => startedAt;

    public AttachPoint Attach { get; } = new();

    public Task<ContainerEnd> Completion => _end.Task;

    public bool IsRunning => !_end.Task.IsCompleted;

    /// <summary>Ends the run: nothing that was started in the container outlives it.</summary>
    public void End(ContainerEnd end)
    {
        foreach (var (_, other) in machine.Pids.Processes.Where(entry => ReferenceEquals(entry.Process.Machine, machine)))
        {
            other.Kill();
        }

        machine.Pids.Remove(process);
        log.End(end.FinishedAt);
        _end.TrySetResult(end);
    }
}

/// <summary>How a run ended.</summary>
internal sealed record ContainerEnd(int ExitCode, string Reason, DateTimeOffset FinishedAt);
