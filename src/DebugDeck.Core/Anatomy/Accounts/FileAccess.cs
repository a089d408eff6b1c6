using DebugDeck.Core.Files;

namespace DebugDeck.Core.Anatomy.Accounts;

/// <summary>Says from owner and mode whether a user may write into a directory.</summary>
internal static class FileAccess
{
    /// <summary>Null where the host does not tell the owner and the mode alone does not decide.</summary>
    public static bool? MayWrite(FileEntry folder, long? user, long? group, IReadOnlyCollection<long> groups)
    {
        const UnixFileMode Owner = UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        const UnixFileMode Group = UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;
        const UnixFileMode Other = UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        if (user == 0 || folder.Mode.HasFlag(Owner | Group | Other))
        {
            return true;
        }

        if (user is null || folder.UserId is null || folder.GroupId is null)
        {
            return (folder.Mode & (Owner | Group | Other) & (UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0 && user is not null ? false : null;
        }

        return folder.UserId == user ? folder.Mode.HasFlag(Owner)
            : folder.GroupId == group || groups.Contains(folder.GroupId.Value) ? folder.Mode.HasFlag(Group)
            : folder.Mode.HasFlag(Other);
    }
}
