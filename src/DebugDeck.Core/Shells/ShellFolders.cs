using System.Globalization;
using DebugDeck.Core.Files;

namespace DebugDeck.Core.Shells;

/// <summary>The folders of one container that may hold a shell: the first half of the search, and the cheap half.</summary>
public sealed class ShellFolders
{
    private ShellFolders(IReadOnlyList<ShellFolder> all) => All = all;

    public IReadOnlyList<ShellFolder> All { get; }

    /// <summary>
    /// The same for two containers of one image unless a name was added to or removed from these folders in one of them: that is what changes the
    /// time of a directory, whoever does it and in whichever layer.
    /// </summary>
    public string Fingerprint => string.Join(';', All.Select(folder =>
        string.Create(CultureInfo.InvariantCulture, $"{folder.Name}={folder.Path}@{folder.ModifiedAt?.UtcTicks}")));

    /// <summary>Looks at the folders.</summary>
    /// <param name="stat">Looks at one path.</param>
    /// <param name="isHidden">Says of a directory that the host cannot see what the container sees there.</param>
    public static async Task<ShellFolders> LookAsync(StatPath stat, Predicate<string> isHidden, CancellationToken cancellationToken)
    {
        var all = new List<ShellFolder>();
        foreach (var (name, _) in ShellRules.Places)
        {
            var end = await FollowedLink.FromAsync(name, stat, cancellationToken);
            var shown = end.Links.Count == 0 ? name : $"{name}, a link to {end.Path},";
            all.Add(end.Entry switch
            {
                // A mount may also stand where the image has nothing.
                _ when isHidden(end.Path) => new ShellFolder(name, null, null, $"{shown} is a file system in memory, which the engine cannot look into", IsHidden: true),
                { Kind: FileKind.Directory } folder => new ShellFolder(name, end.Path, folder.ModifiedAt, null),
                null when end.IsLoop => new ShellFolder(name, null, null, $"{name} is a link that leads back to itself"),
                null => new ShellFolder(name, null, null, $"{shown} is not there"),
                _ => new ShellFolder(name, null, null, $"{shown} is not a directory"),
            });
        }

        return new ShellFolders(all);
    }
}
