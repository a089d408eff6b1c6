using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Files;

/// <summary>The changes that one process may make to the files it sees.</summary>
internal sealed class FileChanges(FileView view, TimeProvider clock)
{
    private const int Sticky = 0b001_000_000_000;

    private Process Process => view.Process;

    public Stream OpenWrite(string path, bool append)
    {
        var location = view.Locate(path, follow: true);
        var now = clock.GetUtcNow();
        if (location.Node is { } node)
        {
            var file = node as FileNode ?? throw new FileException(Errno.IsDirectory, path);
            view.Demand(file, Access.Write, path);
            if (file is not DeviceNode)
            {
                DemandWritable(location.Folder, path);
            }

            return file.OpenWrite(Process, append, now);
        }

        var created = new FileNode(new BytesContent(ReadOnlyMemory<byte>.Empty), 0b110_110_110 & ~Process.Umask);
        Add(location, created, path);
        return created.OpenWrite(Process, append: false, now);
    }

    /// <summary>Adds an entry that is not there yet.</summary>
    public void Add(string path, Node node) => Add(view.Locate(path, follow: false), node, path);

    public void Remove(string path)
    {
        var location = view.Locate(path, follow: false);
        var node = location.Node ?? throw new FileException(Errno.NotFound, path);
        if (node is FolderNode folder && folder.Names().Count > 0)
        {
            throw new FileException(Errno.NotEmpty, path);
        }

        DemandChange(location, path);
        Tree(location.Folder)!.Remove(location.Name);
    }

    public void Move(string from, string to)
    {
        var source = view.Locate(from, follow: false);
        var node = source.Node ?? throw new FileException(Errno.NotFound, from);
        var target = view.Locate(to, follow: false);
        DemandChange(source, from);
        if (target.Node is FolderNode)
        {
            throw new FileException(Errno.IsDirectory, to);
        }

        DemandChange(target, to);
        Tree(source.Folder)!.Remove(source.Name);
        Tree(target.Folder)!.Put(target.Name, node);
    }

    public void SetMode(string path, int mode)
    {
        var node = DemandOwner(path);
        node.Mode = mode;
    }

    public void SetOwner(string path, int? uid, int? gid)
    {
        var location = view.Locate(path, follow: true);
        var node = location.Node ?? throw new FileException(Errno.NotFound, path);
        DemandWritable(location.Folder, path);
        var credentials = Process.Credentials;
        var ownGroupOnly = uid is null && credentials.Uid == node.Uid && gid is { } wanted && credentials.IsInGroup(wanted);
        if (!ownGroupOnly && !credentials.Has(Capabilities.Chown))
        {
            throw new FileException(Errno.NotPermitted, path);
        }

        (node.Uid, node.Gid) = (uid ?? node.Uid, gid ?? node.Gid);
    }

    public void SetTime(string path, DateTimeOffset time)
    {
        var node = view.Resolve(path);
        DemandWritable(node as FolderNode ?? view.Locate(path, follow: true).Folder, path);
        if (Process.Credentials.Uid != node.Uid && !view.May(node, Access.Write) && !Process.Credentials.Has(Capabilities.FileOwner))
        {
            throw new FileException(Errno.AccessDenied, path);
        }

        node.ModifiedAt = time;
    }

    private Node DemandOwner(string path)
    {
        var location = view.Locate(path, follow: true);
        var node = location.Node ?? throw new FileException(Errno.NotFound, path);
        DemandWritable(location.Folder, path);
        return Process.Credentials.Uid == node.Uid || Process.Credentials.Has(Capabilities.FileOwner)
            ? node
            : throw new FileException(Errno.NotPermitted, path);
    }

    private void Add(FileLocation location, Node node, string path)
    {
        if (location.Node is not null)
        {
            throw new FileException(Errno.Exists, path);
        }

        DemandWritable(location.Folder, path);
        view.Demand(location.Folder, Access.Write | Access.Execute, path);
        var folder = Tree(location.Folder) ?? throw new FileException(Errno.AccessDenied, path);
        (node.Uid, node.Gid, node.ModifiedAt) = (Process.Credentials.Uid, Process.Credentials.Gid, clock.GetUtcNow());
        folder.Put(location.Name, node);
    }

    private void DemandChange(FileLocation location, string path)
    {
        DemandWritable(location.Folder, path);
        view.Demand(location.Folder, Access.Write | Access.Execute, path);
        var stickyKeeps = (location.Folder.Mode & Sticky) != 0
            && location.Node is { } node
            && Process.Credentials.Uid != node.Uid
            && Process.Credentials.Uid != location.Folder.Uid
            && !Process.Credentials.Has(Capabilities.FileOwner);
        if (stickyKeeps || Tree(location.Folder) is null)
        {
            throw new FileException(Errno.NotPermitted, path);
        }
    }

    private static TreeFolder? Tree(FolderNode folder) => folder as TreeFolder ?? (folder as SharedFolder)?.Inner;

    private static void DemandWritable(FolderNode folder, string path)
    {
        if (folder.NearestMount is { ReadOnly: true })
        {
            throw new FileException(Errno.ReadOnly, path);
        }
    }
}
