namespace DebugDeck.Practice.Shell.Execution;

/// <summary>What a shell does on signals, and the signals that wait to be dealt with.</summary>
internal sealed class TrapTable
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, string> _actions = [];
    private readonly Queue<int> _pending = new();
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<KeyValuePair<int, string>> Actions
    {
        get
        {
            lock (_lock)
            {
                return [.. _actions];
            }
        }
    }

    /// <summary>Completes when a signal with a trap arrives: what <c>wait</c> watches.</summary>
    public Task Arrived
    {
        get
        {
            lock (_lock)
            {
                return _arrived.Task;
            }
        }
    }

    public string? ActionOf(int signal)
    {
        lock (_lock)
        {
            return _actions.GetValueOrDefault(signal);
        }
    }

    /// <summary>Sets an action; null takes it away, and an empty one ignores the signal.</summary>
    public void Set(int signal, string? action)
    {
        lock (_lock)
        {
            if (action is null)
            {
                _actions.Remove(signal);
            }
            else
            {
                _actions[signal] = action;
            }
        }
    }

    /// <summary>Takes a signal that came in; false if the shell has no trap for it.</summary>
    public bool Deliver(int signal)
    {
        TaskCompletionSource arrived;
        lock (_lock)
        {
            if (!_actions.TryGetValue(signal, out var action))
            {
                return false;
            }

            if (action.Length == 0)
            {
                return true;
            }

            _pending.Enqueue(signal);
            arrived = _arrived;
        }

        arrived.TrySetResult();
        return true;
    }

    public bool TryTake(out int signal)
    {
        lock (_lock)
        {
            if (!_pending.TryDequeue(out signal))
            {
                return false;
            }

            if (_arrived.Task.IsCompleted)
            {
                _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return true;
        }
    }
}
