using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Files;

/// <summary>Follows the links of a path that is about to be read, and says in words where they do not lead to anything that can be.</summary>
public static class FileResolver
{
    // A program that logs to a file is often made to log to its output by such a link; what it wrote is then in the log, not in any file.
    private static readonly HashSet<string> Outputs = new(StringComparer.Ordinal)
    {
        "/dev/stdout", "/dev/stderr", "/dev/fd/1", "/dev/fd/2", "/proc/1/fd/1", "/proc/1/fd/2", "/proc/self/fd/1", "/proc/self/fd/2", "/dev/console",
    };

    /// <summary>What is at the end of the links.</summary>
    /// <exception cref="DebugDeckException">NotFound: nothing is. Failed: the links go in circles, or lead to the container's own output.</exception>
    public static async Task<FileEntry> ResolveAsync(string path, StatPath stat, CancellationToken cancellationToken)
    {
        var start = ContainerPath.Normalize(path);
        var end = await FollowedLink.FromAsync(
            start, (next, token) => next != start && Outputs.Contains(next) ? throw IsOutput(start, next) : stat(next, token), cancellationToken);
        return end.Entry ?? throw (end switch
        {
            { IsLoop: true } => new DebugDeckException(ErrorKind.Failed, $"'{start}' is a link that leads back to itself"),
            { Links.Count: > 0 } => new DebugDeckException(ErrorKind.NotFound, $"'{start}' is a link to '{end.Path}', which is not there"),
            _ => new DebugDeckException(ErrorKind.NotFound, $"there is no '{start}' in the container"),
        });
    }

    private static DebugDeckException IsOutput(string path, string target) => new(
        ErrorKind.Failed,
        $"'{path}' is a link to the container's own output ({target}), not a file with content",
        "what was written to it is in the container's log: use `debugdeck logs`");
}
