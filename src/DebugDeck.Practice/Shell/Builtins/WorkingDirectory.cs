using DebugDeck.Practice.Shell.Execution;

namespace DebugDeck.Practice.Shell.Builtins;

/// <summary>The working directory as the shell names it: with the links that led there.</summary>
internal static class WorkingDirectory
{
    public static string Of(ShellState state) => state.Variables["PWD"] is { } path && path.StartsWith('/')
        ? path
        : state.Process.WorkingDirectory.FullName();

    /// <summary>The path of <paramref name="path"/> seen from a directory, without <c>.</c> and <c>..</c>.</summary>
    public static string Join(string from, string path)
    {
        var parts = new List<string>();
        foreach (var part in (path.StartsWith('/') ? path : from + "/" + path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ".."))
            {
                parts.Add(part);
            }
        }

        return "/" + string.Join('/', parts);
    }
}
