namespace DebugDeck.Practice.Files;

/// <summary>A directory that shows the entries of another: one volume, mounted in several containers.</summary>
internal sealed class SharedFolder : FolderNode
{
    private readonly FolderNode _inner;

    public SharedFolder(FolderNode inner)
    {
        _inner = inner;
        (Uid, Gid, Mode, ModifiedAt) = (inner.Uid, inner.Gid, inner.Mode, inner.ModifiedAt);
    }

    /// <summary>The directory itself: what is written here is seen by all who mount it.</summary>
    public TreeFolder? Inner => _inner as TreeFolder;

    public override Node? Find(string name)
    {
        var found = _inner.Find(name);
        return found is FolderNode folder ? new SharedFolder(folder) { Parent = this, Name = name } : found;
    }

    public override IReadOnlyList<string> Names() => _inner.Names();
}
