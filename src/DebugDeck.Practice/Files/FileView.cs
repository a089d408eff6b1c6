using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Files;

/// <summary>The files as one process sees them: its root, its working directory, its permissions.</summary>
internal sealed class FileView(Process process)
{
    private const int MostLinks = 40;

    public Process Process => process;

    /// <summary>The node at a path.</summary>
    /// <param name="path">Absolute, or relative to the working directory.</param>
    /// <param name="follow">Whether a link at the end is followed, as <c>stat</c> does and <c>lstat</c> does not.</param>
    /// <exception cref="FileException">There is none, or the process may not look.</exception>
    public Node Resolve(string path, bool follow = true) =>
        Locate(path, follow).Node ?? throw new FileException(Errno.NotFound, path);

    /// <summary>The node at a path; null if there is none or it may not be looked at.</summary>
    public Node? TryResolve(string path, bool follow = true)
    {
        try
        {
            return Locate(path, follow).Node;
        }
        catch (FileException)
        {
            return null;
        }
    }

    /// <summary>The directory, the last name and the node, which is null if the directory has no such entry.</summary>
    public FileLocation Locate(string path, bool follow)
    {
        if (path.Length == 0)
        {
            throw new FileException(Errno.NotFound, path);
        }

        var pending = new Stack<string>(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse());
        Node current = path[0] == '/' ? process.Root : process.WorkingDirectory;
        var parent = (FolderNode)current;
        var name = "";
        var links = 0;
        follow |= path[^1] == '/';
        while (pending.TryPop(out var part))
        {
            if (current is not FolderNode folder)
            {
                throw new FileException(Errno.NotDirectory, path);
            }

            Demand(folder, Access.Execute, path);
            if (part is "." or "..")
            {
                current = part == "." || ReferenceEquals(folder, process.Root) ? folder : folder.Parent ?? folder;
                (parent, name) = ((FolderNode)current, "");
                continue;
            }

            (parent, name) = (folder, part);
            if (folder.Find(part) is not { } next)
            {
                return pending.Count == 0 ? new FileLocation(parent, name, null) : throw new FileException(Errno.NotFound, path);
            }

            if (pending.Count > 0 || follow)
            {
                next = Follow(next, folder, pending, path, ref links);
            }

            current = next;
        }

        return current is not FolderNode && path[^1] == '/'
            ? throw new FileException(Errno.NotDirectory, path)
            : new FileLocation(parent, name, current);
    }

    public IReadOnlyList<string> List(string path)
    {
        if (Resolve(path) is not FolderNode folder)
        {
            throw new FileException(Errno.NotDirectory, path);
        }

        Demand(folder, Access.Read, path);
        return folder.Names();
    }

    public Stream OpenRead(string path)
    {
        var node = Resolve(path);
        Demand(node, Access.Read, path);
        try
        {
            return node is FileNode file
                ? file.OpenRead(process)
                : throw new FileException(node is FolderNode ? Errno.IsDirectory : Errno.NotFound, path);
        }
        catch (FileException e) when (e.Path.Length == 0)
        {
            throw new FileException(e.Error, path);
        }
    }

    public string ReadLink(string path)
    {
        try
        {
            return Resolve(path, follow: false).ReadLink(process) ?? throw new FileException(Errno.Invalid, path);
        }
        catch (FileException e) when (e.Path.Length == 0)
        {
            throw new FileException(e.Error, path);
        }
    }

    public bool May(Node node, Access wanted) => FilePermissions.Allow(process.Credentials, node, wanted);

    public void Demand(Node node, Access wanted, string path)
    {
        if (!May(node, wanted))
        {
            throw new FileException(Errno.AccessDenied, path);
        }
    }

    private Node Follow(Node node, FolderNode folder, Stack<string> pending, string path, ref int links)
    {
        try
        {
            if (node is MagicLink magic)
            {
                return magic.Follow(process) ?? throw new FileException(Errno.NotFound, path);
            }

            if (node.ReadLink(process) is not { } target)
            {
                return node;
            }

            if (++links > MostLinks)
            {
                throw new FileException(Errno.TooManyLinks, path);
            }

            foreach (var part in target.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
            {
                pending.Push(part);
            }

            // An absolute link starts at the caller's own root, also when it was found under /proc/PID/root.
            return target.StartsWith('/') ? process.Root : folder;
        }
        catch (FileException e) when (e.Path.Length == 0)
        {
            throw new FileException(e.Error, path);
        }
    }
}
