using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary>The files that a filter reads: those named, or the standard input.</summary>
internal static class InputFiles
{
    /// <summary>Opens each file and hands it on; what cannot be opened is reported and makes the status 1.</summary>
    /// <param name="context">The program.</param>
    /// <param name="paths">The files; none, or <c>-</c>, means the standard input.</param>
    /// <param name="read">Reads one file.</param>
    /// <param name="describe">The words for a file that cannot be opened.</param>
    public static async Task<int> EachAsync(
        CommandContext context, IReadOnlyList<string> paths, Func<string, Stream, Task> read, CancellationToken cancellationToken,
        Func<FileException, string>? describe = null)
    {
        var status = 0;
        foreach (var path in paths.Count == 0 ? ["-"] : paths)
        {
            try
            {
                if (path == "-")
                {
                    await read(path, context.In);
                    continue;
                }

                await using var file = context.Files.OpenRead(path);
                await read(path, file);
            }
            catch (FileException e) when (e.Error != Errno.BrokenPipe)
            {
                status = await context.FailAsync(describe?.Invoke(e) ?? $"{path}: {e.Message}", cancellationToken);
            }
        }

        return status;
    }

    /// <summary>How <c>cat</c>, <c>tail</c> and others say it.</summary>
    public static string CannotOpen(FileException e) =>
        e.Error == Errno.IsDirectory ? $"read error: {e.Message}" : $"can't open '{e.Path}': {e.Message}";
}
