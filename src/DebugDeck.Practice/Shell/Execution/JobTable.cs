namespace DebugDeck.Practice.Shell.Execution;

/// <summary>The background jobs of a shell.</summary>
internal sealed class JobTable
{
    private readonly List<Job> _jobs = [];

    public IReadOnlyList<Job> All => _jobs;

    public void Add(Job job) => _jobs.Add(job);

    public void Remove(Job job) => _jobs.Remove(job);
}

/// <summary>A background job.</summary>
/// <param name="Pid">The process that runs it.</param>
/// <param name="Completion">Its exit status, in time.</param>
/// <param name="Source">The text of the command.</param>
internal sealed record Job(int Pid, Task<int> Completion, string Source);
