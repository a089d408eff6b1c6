namespace DebugDeck.Core.Files;

/// <summary>Paths inside a target: always absolute, always with <c>/</c>, whatever machine we run on.</summary>
public static class ContainerPath
{
    /// <summary>The path without <c>.</c>, <c>..</c>, doubled and trailing slashes; <c>..</c> above the root stays at the root, as the kernel has it.</summary>
    public static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".")
            {
                continue;
            }

            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return "/" + string.Join('/', parts);
    }

    /// <summary>Where <paramref name="path"/> leads, seen from the directory <paramref name="folder"/>.</summary>
    public static string Resolve(string folder, string path) =>
        path.StartsWith('/') ? Normalize(path) : Normalize($"{folder}/{path}");

    /// <summary>The directory that holds <paramref name="path"/>; the root holds itself.</summary>
    public static string Parent(string path) => Normalize(path) switch
    {
        var normal when normal.LastIndexOf('/') is > 0 and var at => normal[..at],
        _ => "/",
    };

    /// <summary><paramref name="path"/> is <paramref name="folder"/> or lies in it. Both are normal.</summary>
    public static bool IsWithin(string path, string folder) =>
        folder == "/" || path == folder || (path.StartsWith(folder, StringComparison.Ordinal) && path[folder.Length] == '/');
}
