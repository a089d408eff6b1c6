using DebugDeck.Core.Files;

namespace DebugDeck.Core.Shells;

/// <summary>Looks for a shell by looking at files alone: nothing is run, so it works on containers in any state, and on images.</summary>
public static class ShellSearch
{
    /// <summary>The whole search.</summary>
    public static async Task<ShellFinding> FindAsync(StatPath stat, CancellationToken cancellationToken) =>
        await FindAsync(await ShellFolders.LookAsync(stat, static _ => false, cancellationToken), stat, cancellationToken);

    /// <summary>The second half: the names in the folders that are there. Ends at the first shell.</summary>
    public static async Task<ShellFinding> FindAsync(ShellFolders folders, StatPath stat, CancellationToken cancellationToken)
    {
        var evidence = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in folders.All)
        {
            if (folder.Path is null)
            {
                evidence.Add(folder.Note!);
                continue;
            }

            if (!seen.Add(folder.Path))
            {
                evidence.Add($"{folder.Name} leads to {folder.Path}, which has been looked at");
                continue;
            }

            var missing = new List<string>();
            foreach (var name in NamesIn(folder.Path, folders))
            {
                // Asked by the real folder, so that the host has no links to resolve; shown by the name that users type.
                var end = await FollowedLink.FromAsync($"{folder.Path}/{name}", stat, cancellationToken);
                var (isShell, words) = Judge($"{folder.Name}/{name}", end);
                if (isShell)
                {
                    return new ShellFinding(ShellVerdict.Yes, $"{folder.Name}/{name}", [words!]);
                }

                if (words is null)
                {
                    missing.Add(name);
                }
                else
                {
                    evidence.Add(words);
                }
            }

            if (missing.Count > 0)
            {
                evidence.Add($"{folder.Name} has no {string.Join(", ", missing)}");
            }
        }

        var verdict = folders.All.Any(folder => folder.IsHidden) ? ShellVerdict.Unknown : ShellVerdict.No;
        return new ShellFinding(verdict, null, evidence);
    }

    // With a merged /usr one directory has two names, and what is looked for under either may be in it.
    private static IEnumerable<string> NamesIn(string path, ShellFolders folders) => folders.All
        .Zip(ShellRules.Places)
        .Where(both => both.First.Path == path)
        .SelectMany(both => both.Second.Names)
        .Distinct(StringComparer.Ordinal);

    // Words are null for a name that is simply not there: those are told together.
    private static (bool IsShell, string? Words) Judge(string path, FollowedLink end)
    {
        if (end.Links.Count == 0 && end.Entry is null)
        {
            return (false, null);
        }

        var shown = end.Links.Count == 0 ? $"{path} is" : $"{path} is a link to {end.Path},";
        return end.Entry switch
        {
            { Kind: FileKind.Regular, IsExecutable: true } => (true, $"{shown} an executable file"),
            { Kind: FileKind.Regular } => (false, $"{shown} a file that nobody may execute"),
            null when end.IsLoop => (false, $"{path} is a link that leads back to itself"),
            null => (false, $"{shown} which is not there"),
            _ => (false, $"{shown} not a file"),
        };
    }
}
