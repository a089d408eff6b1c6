namespace DebugDeck.Practice.Processes;

/// <summary>A process namespace: numbers from 1, and when the first process ends all others end with it.</summary>
internal sealed class PidNamespace(PidNamespace? outer = null)
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, Process> _byPid = [];
    private readonly Dictionary<Process, int> _pids = [];
    private int _last = outer is null ? 1_800 : 0;

    /// <summary>The node's own namespace, which sees every process.</summary>
    public bool IsHost => outer is null;

    public IReadOnlyList<(int Pid, Process Process)> Processes
    {
        get
        {
            lock (_lock)
            {
                return [.. _byPid.Select(entry => (entry.Key, entry.Value))];
            }
        }
    }

    public Process? Find(int pid)
    {
        lock (_lock)
        {
            return _byPid.GetValueOrDefault(pid);
        }
    }

    public int? PidOf(Process process)
    {
        lock (_lock)
        {
            return _pids.TryGetValue(process.StandsFor ?? process, out var pid) ? pid : null;
        }
    }

    /// <summary>Gives the process the next number here and in the namespaces around.</summary>
    public void Add(Process process)
    {
        outer?.Add(process);
        lock (_lock)
        {
            _last++;
            _byPid[_last] = process;
            _pids[process] = _last;
        }
    }

    public void Remove(Process process)
    {
        outer?.Remove(process);
        int pid;
        lock (_lock)
        {
            if (!_pids.Remove(process, out pid))
            {
                return;
            }

            _byPid.Remove(pid);
        }

        if (pid == 1 && outer is not null)
        {
            foreach (var (_, orphan) in Processes)
            {
                orphan.Kill();
            }
        }
    }
}
