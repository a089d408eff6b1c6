namespace DebugDeck.Practice.Objects;

/// <summary>
/// The latest changes of one resource, in a ring. Watches read from it at their own pace, so a slow one costs nothing and a
/// too slow one finds its place gone and is told to list again. Not safe by itself: the store's lock guards it.
/// </summary>
internal sealed class ChangeLog(int capacity)
{
    private readonly Change[] _ring = new Change[capacity];
    private int _start;
    private int _count;
    private TaskCompletionSource? _waiting;

    /// <summary>The version of the newest change that is forgotten: a watch from before it has missed something.</summary>
    public long ForgottenUpTo { get; private set; }

    public void Add(Change change)
    {
        if (_count == capacity)
            DropOldest();
        _ring[(_start + _count++) % capacity] = change;
        WakeWatches();
    }

    /// <summary>Forgets everything up to a version, as etcd's compaction does.</summary>
    public void Forget(long upTo)
    {
        while (_count > 0 && _ring[_start].Version <= upTo)
            DropOldest();
        ForgottenUpTo = Math.Max(ForgottenUpTo, upTo);
        WakeWatches();
    }

    public IReadOnlyList<Change> After(long version)
    {
        var low = 0;
        var high = _count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_ring[(_start + middle) % capacity].Version <= version)
                low = middle + 1;
            else
                high = middle;
        }

        var changes = new Change[_count - low];
        for (var i = 0; i < changes.Length; i++)
            changes[i] = _ring[(_start + low + i) % capacity];
        return changes;
    }

    /// <summary>Completes with the next change.</summary>
    public Task NextAsync()
    {
        _waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _waiting.Task;
    }

    private void DropOldest()
    {
        ForgottenUpTo = _ring[_start].Version;
        _ring[_start] = null!;
        _start = (_start + 1) % capacity;
        _count--;
    }

    private void WakeWatches()
    {
        _waiting?.TrySetResult();
        _waiting = null;
    }
}
