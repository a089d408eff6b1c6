using System.Collections.Frozen;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Worlds.Families;

/// <summary>The kinds of base image, as field notes describe the real ones.</summary>
internal sealed class FamilyCatalog(string authorities)
{
    private static readonly DateTimeOffset BuiltAt = new(2026, 8, 21, 0, 0, 0, TimeSpan.Zero);

    private static readonly FrozenDictionary<string, Action<TreeBuilder, BaseContent>> ByName = new Dictionary<string, Action<TreeBuilder, BaseContent>>
    {
        ["scratch"] = (_, _) => { },
        ["distroless-static"] = Distroless.Static,
        ["distroless-base"] = Distroless.Base,
        ["distroless-java"] = Distroless.Java,
        ["distroless-nodejs"] = Distroless.Node,
        ["distroless-python"] = Distroless.Python,
        ["alpine"] = Alpine.Lay,
        ["busybox"] = Toolboxes.Busybox,
        ["netshoot"] = Toolboxes.Netshoot,
        ["debian-slim"] = Debian.Slim,
        ["ubuntu"] = Ubuntu.Full,
        ["ubuntu-chiselled"] = Ubuntu.Chiselled,
        ["wolfi"] = Wolfi.Lay,
        ["ubi-micro"] = UbiMicro.Lay,
    }.ToFrozenDictionary();

    public static bool Has(string family) => ByName.ContainsKey(family);

    /// <summary>The files of an image, made anew: what one container changes no other sees.</summary>
    public TreeFolder Build(ImageDefinition image)
    {
        var tree = new TreeBuilder(BuiltAt);
        ByName[image.Family](tree, new BaseContent(authorities));
        foreach (var file in image.Files)
        {
            if (file.Node() is { } node)
            {
                if (node is TreeFolder folder)
                {
                    tree.Folder(file.Path, folder.Mode, folder.Uid, folder.Gid);
                }
                else
                {
                    tree.Put(file.Path, node);
                }
            }
            else
            {
                Remove(tree.Root, file.Path);
            }
        }

        return tree.Root;
    }

    // A file that a world sets to null is one that its image lacks.
    private static void Remove(TreeFolder root, string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        Node? folder = root;
        foreach (var part in parts[..^1])
        {
            folder = (folder as TreeFolder)?.Find(part);
        }

        (folder as TreeFolder)?.Remove(parts[^1]);
    }
}

/// <summary>What base images have in common.</summary>
/// <param name="Authorities">The bundle of public certificate authorities, in PEM.</param>
internal sealed record BaseContent(string Authorities);
