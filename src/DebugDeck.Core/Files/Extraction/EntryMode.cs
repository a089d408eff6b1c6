namespace DebugDeck.Core.Files.Extraction;

/// <summary>The permissions an entry gets here.</summary>
internal static class EntryMode
{
    private const UnixFileMode Permissions = (UnixFileMode)0x1FF;

    /// <summary>The archive's, without setuid, setgid and sticky (they would make a stranger's file powerful here), and readable by who copied it.</summary>
    public static UnixFileMode OfFile(UnixFileMode mode) => (mode & Permissions) | UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The same for a folder, which also has to be entered, and emptied again if the copy fails.</summary>
    public static UnixFileMode OfFolder(UnixFileMode mode) => OfFile(mode) | UnixFileMode.UserExecute;
}
