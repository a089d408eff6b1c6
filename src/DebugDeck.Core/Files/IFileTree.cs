namespace DebugDeck.Core.Files;

/// <summary>Files whose whole tree is known already, so that a look at all of it costs nothing more. Some <see cref="IContainerFiles"/> are this as well.</summary>
public interface IFileTree
{
    /// <summary>Every entry, parents before children, links as links.</summary>
    IEnumerable<FileEntry> All { get; }

    /// <summary>The tree was too large to know all of it.</summary>
    bool IsCut { get; }
}
