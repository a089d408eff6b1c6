namespace DebugDeck.Docker.Endpoints;

/// <summary>The files of this machine.</summary>
internal sealed class MachineFiles : IEndpointFiles
{
    // As many as Linux follows before it says ELOOP.
    private const int MostLinks = 40;

    public string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public bool Exists(string path) => File.Exists(path);

    /// <remarks>The runtime resolves only the last part of a path; the usual link is a folder (<c>/var/run</c> to <c>/run</c>).</remarks>
    public string Resolve(string path)
    {
        var links = 0;
        var resolved = Path.GetPathRoot(path) ?? "";
        var rest = new Stack<string>(Parts(path[resolved.Length..]));
        while (rest.TryPop(out var part))
        {
            var next = Path.GetFullPath(Path.Combine(resolved, part));
            if (TargetOf(next) is not { } target || ++links > MostLinks)
            {
                resolved = next;
                continue;
            }

            var root = Path.GetPathRoot(target) ?? "";
            resolved = root.Length > 0 ? root : resolved;
            foreach (var step in Parts(target[root.Length..]))
            {
                rest.Push(step);
            }
        }

        return resolved;
    }

    /// <summary>The parts of a path, last one first: the order to push them.</summary>
    private static IEnumerable<string> Parts(string path) =>
        path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse();

    private static string? TargetOf(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What cannot be looked at is compared by its own name.
            return null;
        }
    }
}
