using DebugDeck.Practice.Commands;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Worlds.Families;

/// <summary>Lays files into the tree of an image; missing directories are made.</summary>
internal sealed class TreeBuilder(DateTimeOffset builtAt)
{
    private const int ProgramMode = 0b111_101_101;

    public TreeFolder Root { get; } = new() { ModifiedAt = builtAt };

    public TreeFolder Folder(string path, int mode = 0b111_101_101, int uid = 0, int gid = 0)
    {
        var folder = Root;
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var found = folder.Find(name);
            if (found is LinkNode link)
            {
                // Families with a merged /usr have /bin as a link: what is laid there lands behind it.
                found = Folder(link.Target.StartsWith('/') ? link.Target : folder.FullName().TrimEnd('/') + "/" + link.Target);
            }

            if (found is not TreeFolder next)
            {
                next = new TreeFolder { ModifiedAt = builtAt };
                folder.Put(name, next);
            }

            folder = next;
        }

        if (mode != 0b111_101_101 || uid != 0 || gid != 0)
        {
            (folder.Mode, folder.Uid, folder.Gid) = (mode, uid, gid);
        }

        return folder;
    }

    public TreeBuilder File(string path, string text, int mode = 0b110_100_100, int uid = 0, int gid = 0) =>
        Put(path, new FileNode(new BytesContent(text), mode) { Uid = uid, Gid = gid });

    public TreeBuilder File(string path, Func<ReadOnlyMemory<byte>> bytes) => Put(path, new FileNode(new BytesContent(bytes)));

    public TreeBuilder Link(string path, string target) => Put(path, new LinkNode(target));

    public TreeBuilder Program(string path, string program, string? interpreter = null, int mode = ProgramMode, string marks = "") =>
        Put(path, new FileNode(ProgramImage.Of(program, interpreter, marks), mode));

    public TreeBuilder Put(string path, Node node)
    {
        var slash = path.LastIndexOf('/');
        node.ModifiedAt = builtAt;
        Folder(path[..slash]).Put(path[(slash + 1)..], node);
        return this;
    }
}
