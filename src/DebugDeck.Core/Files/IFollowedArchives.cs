using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Files;

/// <summary>Files of which one can be followed and archived in one go, where each question costs a process.</summary>
public interface IFollowedArchives
{
    /// <summary>What is at the end of the path's links, and a tar of it; null if that is no file or folder, or cannot be told: <see cref="FileResolver"/> says why.</summary>
    /// <exception cref="DebugDeckException">Unreachable: the connection broke.</exception>
    Task<FollowedArchive?> FollowAsync(string path, CancellationToken cancellationToken);
}
