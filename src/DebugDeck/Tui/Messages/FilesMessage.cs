using DebugDeck.Core.Files;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Messages;

/// <summary>What concerns the file page.</summary>
internal abstract record FilesMessage : Message
{
    private FilesMessage()
    {
    }

    internal sealed record Asked(TargetKey Target) : FilesMessage;

    /// <summary>Entries of the directory became known.</summary>
    internal sealed record Arrived(int Page, int Round, IReadOnlyList<FileEntry> Entries) : FilesMessage;

    /// <summary>The directory is complete, or could not be read.</summary>
    internal sealed record Listed(int Page, int Round, Problem? Problem) : FilesMessage;

    /// <summary>Into the selected directory.</summary>
    internal sealed record Entered : FilesMessage;

    /// <summary>To the directory above.</summary>
    internal sealed record Left : FilesMessage;
}
