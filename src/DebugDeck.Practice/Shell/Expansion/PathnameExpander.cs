using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Shell.Expansion;

/// <summary>Turns a pattern into the names of the files that match it.</summary>
internal sealed class PathnameExpander(FileView files)
{
    /// <summary>The matches in order; empty if nothing matches.</summary>
    public IReadOnlyList<string> Expand(string pattern)
    {
        var found = new List<string> { pattern.StartsWith('/') ? "/" : "" };
        foreach (var part in pattern.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            found = [.. found.SelectMany(folder => Step(folder, part))];
        }

        if (pattern.EndsWith('/'))
        {
            found = [.. found.Where(path => files.TryResolve(path) is FolderNode).Select(path => path + "/")];
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    private IEnumerable<string> Step(string folder, string part)
    {
        string Join(string name) => folder is "" or "/" ? folder + name : folder + "/" + name;
        if (!GlobPattern.HasWildcards(part))
        {
            var path = Join(GlobPattern.Unescape(part));
            return files.TryResolve(path, follow: false) is null ? [] : [path];
        }

        return Names(folder)
            .Where(name => (name[0] != '.' || part[0] == '.') && GlobPattern.IsMatch(part, name))
            .Select(Join);
    }

    private IReadOnlyList<string> Names(string folder)
    {
        try
        {
            return files.List(folder.Length == 0 ? "." : folder);
        }
        catch (FileException)
        {
            // A directory that may not be read has no matches, as in any shell.
            return [];
        }
    }
}
