using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Processes;

/// <summary>A directory of <c>/proc</c> whose entries are known when it is opened.</summary>
internal class FixedFolder : FolderNode
{
    private readonly SortedDictionary<string, Node> _entries = new(StringComparer.Ordinal);

    public FixedFolder(FolderNode? parent, string name, int mode = 0b101_101_101) => (Parent, Name, Mode) = (parent, name, mode);

    public override long Size => 0;

    public override Node? Find(string name) => _entries.GetValueOrDefault(name);

    public override IReadOnlyList<string> Names() => [.. _entries.Keys];

    protected void Put(string name, Node node, int uid, int gid)
    {
        (node.Uid, node.Gid) = (uid, gid);
        _entries[name] = node;
    }
}
