using DebugDeck.Core.Files;

namespace DebugDeck.Core.Diagnosis.Certificates.Stores;

/// <summary>The user that a program runs as, where its right to read files matters.</summary>
/// <param name="UserId">Null if it is not known: then nothing is said about rights.</param>
/// <param name="GroupIds">Its groups.</param>
public sealed record ReadingUser(long? UserId, IReadOnlyList<long> GroupIds)
{
    public static ReadingUser Unknown { get; } = new(null, []);

    /// <summary>Why the user may not read the file; null if it may, or if it cannot be told.</summary>
    public string? Obstacle(FileEntry file)
    {
        // Root reads everything; where the owner is not told, only what everybody may read is certain.
        if (UserId is null or 0 || file.UserId is null)
        {
            return null;
        }

        var needed = file.UserId == UserId ? UnixFileMode.UserRead
            : file.GroupId is { } group && GroupIds.Contains(group) ? UnixFileMode.GroupRead
            : UnixFileMode.OtherRead;
        return (file.Mode & needed) != 0
            ? null
            : $"mode {Convert.ToString((int)file.Mode, 8).PadLeft(4, '0')}, owner {file.UserId}:{file.GroupId}: user {UserId} may not read it";
    }
}
