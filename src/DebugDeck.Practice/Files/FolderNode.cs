namespace DebugDeck.Practice.Files;

/// <summary>A directory, whatever its entries come from.</summary>
internal abstract class FolderNode : Node
{
    /// <summary>The directory this one is in; null at the root of a tree.</summary>
    public FolderNode? Parent { get; set; }

    /// <summary>Its own name in the parent, for <c>pwd</c> and for magic links.</summary>
    public string Name { get; set; } = "";

    /// <summary>What is mounted here; null inside a mount.</summary>
    public Mount? Mount { get; set; }

    public override char TypeLetter => 'd';

    public override int TypeBits => 0x4000;

    public override long Size => 4096;

    /// <summary>The mount that the directory belongs to.</summary>
    public Mount? NearestMount
    {
        get
        {
            for (var folder = this; folder is not null; folder = folder.Parent)
            {
                if (folder.Mount is { } mount)
                {
                    return mount;
                }
            }

            return null;
        }
    }

    public abstract Node? Find(string name);

    /// <summary>The names in it, in the order a listing shows them before it sorts.</summary>
    public abstract IReadOnlyList<string> Names();

    /// <summary>The path from the root of its tree.</summary>
    public string FullName() => Parent is null ? "/" : Parent.FullName().TrimEnd('/') + "/" + Name;
}
