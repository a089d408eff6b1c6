using System.Collections.Immutable;
using DebugDeck.Core.Files;

namespace DebugDeck.Tui.State;

/// <summary>A directory of one target.</summary>
internal sealed record FilesPage(int Id, TargetKey Target) : TargetPage(Id, Target)
{
    public string Path { get; init; } = "/";

    /// <summary>Directories first, then by name.</summary>
    public ImmutableList<FileEntry> Entries { get; init; } = [];

    /// <summary>All entries have arrived.</summary>
    public bool IsComplete { get; init; }

    public Problem? Problem { get; init; }

    public ListPosition Position { get; init; }

    /// <summary>The entry to stand on once it arrives: the directory we came out of.</summary>
    public string? Wanted { get; init; }

    /// <summary>Counts how often a directory was asked for, so that a second look is new work.</summary>
    public int Round { get; init; }

    public FileEntry? Selected => Position.Selected < Entries.Count ? Entries[Position.Selected] : null;
}
