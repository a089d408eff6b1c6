namespace DebugDeck.Practice.Files;

/// <summary>A directory that is held in memory and can be changed.</summary>
internal sealed class TreeFolder : FolderNode
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Node> _entries = new(StringComparer.Ordinal);

    public TreeFolder(int mode = 0b111_101_101) => Mode = mode;

    public override Node? Find(string name)
    {
        lock (_lock)
        {
            return _entries.GetValueOrDefault(name);
        }
    }

    public override IReadOnlyList<string> Names()
    {
        lock (_lock)
        {
            return [.. _entries.Keys];
        }
    }

    public void Put(string name, Node node)
    {
        if (node is FolderNode folder)
        {
            folder.Parent = this;
            folder.Name = name;
        }

        lock (_lock)
        {
            _entries[name] = node;
        }
    }

    public bool Remove(string name)
    {
        lock (_lock)
        {
            return _entries.Remove(name);
        }
    }
}
