using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Files;

/// <summary>One entry of a file tree.</summary>
internal abstract class Node
{
    private static long LastInode = 1_000_000;

    public long Inode { get; } = Interlocked.Increment(ref LastInode);

    public int Uid { get; set; }

    public int Gid { get; set; }

    /// <summary>Permission bits with setuid, setgid and sticky.</summary>
    public int Mode { get; set; }

    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>The letter that <c>ls -l</c> puts first.</summary>
    public abstract char TypeLetter { get; }

    /// <summary>The type bits of <c>st_mode</c>.</summary>
    public abstract int TypeBits { get; }

    public virtual long Size => 0;

    /// <summary>What <c>readlink</c> says; null for anything that is no link.</summary>
    public virtual string? ReadLink(Process caller) => null;
}
