namespace DebugDeck.Practice.Objects;

/// <summary>What the store keeps for one resource: the objects, what happened lately, and the sets that paged lists still read.</summary>
internal sealed class ResourceTable(ResourceKind kind, int historyCapacity)
{
    /// <summary>Lists that are read page by page at the same time; the oldest gives way and its reader gets 410.</summary>
    private const int KeptSnapshots = 32;

    private readonly LinkedList<ObjectSet> _snapshots = new();

    public ResourceKind Kind { get; } = kind;

    public ObjectSet Objects { get; set; } = new(kind);

    public ChangeLog Log { get; } = new(historyCapacity);

    /// <summary>
    /// Adds a change to the history. A snapshot goes when the history no longer reaches back to it, so that what an old page
    /// holds on to is never more than what the history holds anyway.
    /// </summary>
    public void Record(Change change)
    {
        Log.Add(change);
        while (_snapshots.First is { } oldest && oldest.Value.Version < Log.ForgottenUpTo)
            _snapshots.RemoveFirst();
    }

    public void KeepSnapshot(ObjectSet snapshot)
    {
        if (FindSnapshot(snapshot.Version) is not null)
            return;
        _snapshots.AddLast(snapshot);
        if (_snapshots.Count > KeptSnapshots)
            _snapshots.RemoveFirst();
    }

    public ObjectSet? FindSnapshot(long version)
    {
        return _snapshots.FirstOrDefault(snapshot => snapshot.Version == version);
    }

    public void ForgetSnapshots()
    {
        _snapshots.Clear();
    }
}
