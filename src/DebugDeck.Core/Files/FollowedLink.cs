namespace DebugDeck.Core.Files;

/// <summary>What a path leads to once links are followed.</summary>
/// <param name="Path">The last path looked at.</param>
/// <param name="Entry">What is there, never a link; null if nothing is, or if the links go round in circles.</param>
/// <param name="Links">The links on the way, first one first; empty if there was none.</param>
/// <param name="IsLoop">They go round in circles, or there are more than the kernel would follow.</param>
public sealed record FollowedLink(string Path, FileEntry? Entry, IReadOnlyList<FileEntry> Links, bool IsLoop = false)
{
    // The kernel gives up after 40 (MAXSYMLINKS).
    private const int Most = 40;

    /// <summary>Follows from <paramref name="path"/>. Parents are the host's to resolve, so only the last part is followed here.</summary>
    public static async Task<FollowedLink> FromAsync(string path, StatPath stat, CancellationToken cancellationToken)
    {
        var links = new List<FileEntry>();
        while (true)
        {
            var entry = await stat(path, cancellationToken);
            if (entry is not { Kind: FileKind.Link })
            {
                return new FollowedLink(path, entry, links);
            }

            links.Add(entry);
            var next = ContainerPath.Resolve(ContainerPath.Parent(path), entry.LinkTarget ?? path);
            if (next == path || links.Count >= Most)
            {
                return new FollowedLink(next, null, links, IsLoop: true);
            }

            path = next;
        }
    }
}
