namespace DebugDeck.Core.Files;

/// <summary>A file of a target, as <c>lstat</c> would show it.</summary>
/// <param name="Path">Absolute, as the target sees it.</param>
/// <param name="Kind">What it is; a link is a link.</param>
/// <param name="Size">Bytes of a regular file, else 0.</param>
/// <param name="Mode">Permission bits with setuid, setgid and sticky; no type bits.</param>
/// <param name="ModifiedAt">Last change of the content.</param>
/// <param name="LinkTarget">Where a link points, as written where the host tells it so; null for anything else.</param>
/// <param name="UserId">Owner, where the host tells it.</param>
/// <param name="GroupId">Group, where the host tells it.</param>
public sealed record FileEntry(
    string Path,
    FileKind Kind,
    long Size,
    UnixFileMode Mode,
    DateTimeOffset ModifiedAt,
    string? LinkTarget = null,
    int? UserId = null,
    int? GroupId = null)
{
    /// <summary>The last part of the path; <c>/</c> for the root.</summary>
    public string Name => Path == "/" ? "/" : Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Someone may execute it.</summary>
    public bool IsExecutable => (Mode & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;
}
