using DebugDeck.Core.Files;

namespace DebugDeck.Core.Anatomy.Hygiene;

/// <summary>What was seen of files that should not be there, or should not be as they are.</summary>
public sealed record Sightings
{
    /// <summary>How many of a kind are kept; the rest is counted.</summary>
    public const int Most = 50;

    public static Sightings None { get; } = new();

    public IReadOnlyList<Junk> Junk { get; init; } = [];

    /// <summary>Programs that run as their owner whoever starts them.</summary>
    public IReadOnlyList<FileEntry> SetUser { get; init; } = [];

    /// <summary>Files and directories that everybody may write to, and no sticky bit protects.</summary>
    public IReadOnlyList<FileEntry> WorldWritable { get; init; } = [];

    /// <summary>The whole tree was looked at, not just the usual places.</summary>
    public bool IsComplete { get; init; }
}
