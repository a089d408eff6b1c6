namespace DebugDeck.Practice.Network;

/// <summary>The TCP sockets of a pod.</summary>
internal sealed class SocketTable
{
    private readonly Lock _lock = new();
    private readonly List<SocketEntry> _entries = [];

    public IReadOnlyList<SocketEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    public void Add(SocketEntry entry)
    {
        lock (_lock)
        {
            _entries.Add(entry);
        }
    }

    public void Remove(SocketEntry entry)
    {
        lock (_lock)
        {
            _entries.Remove(entry);
        }
    }
}
