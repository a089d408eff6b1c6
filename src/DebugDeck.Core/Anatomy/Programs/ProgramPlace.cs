using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Programs;

/// <summary>Where a command's program was found, or why it was not.</summary>
/// <param name="Name">As the command has it.</param>
/// <param name="Path">Where it is; the only place where it could be, or the last one on <c>PATH</c> that had something of that name, if it cannot be started; null if there is none.</param>
/// <param name="File">What is there; null if nobody has looked yet.</param>
/// <param name="IsPending">Not everything has been looked at yet.</param>
/// <param name="Folders">The folders of <c>PATH</c> that were searched; empty for a name with a slash.</param>
internal sealed record ProgramPlace(string Name, string? Path, CapturedFile? File, bool IsPending, IReadOnlyList<string> Folders)
{
    /// <summary>A file that somebody may execute.</summary>
    public bool IsStartable => File is { Target: { Kind: Core.Files.FileKind.Regular, IsExecutable: true } };
}
