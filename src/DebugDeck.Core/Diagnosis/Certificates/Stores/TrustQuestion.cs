using DebugDeck.Core.Certificates;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Diagnosis.Certificates.Stores;

/// <summary>Which files have to be seen to know a program's store: the places themselves, and then what is in the directories among them.</summary>
public sealed class TrustQuestion(TrustSituation situation) : IFileQuestion
{
    /// <summary>A directory of a whole distribution has 300 entries; one with more is not read to its end.</summary>
    private const int MostFiles = 400;

    private const int MostBytes = 64 * 1024;

    public IEnumerable<FileWish> Wishes(FileCapture seen)
    {
        foreach (var place in TrustPlaces.For(situation).Where(place => place.Kind != TrustPlaceKind.BuiltIn))
        {
            yield return place.IsDirectory ? new FileWish(place.Path, FileWishKind.Listing, MostFiles * 2) : new FileWish(place.Path);
            foreach (var wish in place.IsDirectory && seen[place.Path]?.Listing is { } listing ? Inside(listing, seen) : [])
            {
                yield return wish;
            }
        }
    }

    /// <summary>The files of a directory that may hold certificates; links to a neighbour are what the neighbour is.</summary>
    internal static IEnumerable<FileWish> Inside(IReadOnlyList<FileEntry> listing, FileCapture seen)
    {
        var names = listing.Select(entry => entry.Path).ToHashSet(StringComparer.Ordinal);
        return listing
            .Where(entry => entry.Kind is FileKind.Regular or FileKind.Link && entry.Size <= FileWish.StandardLimit)
            .Where(entry => entry is not { Kind: FileKind.Link, LinkTarget: { } target } || !names.Contains(ContainerPath.Resolve(ContainerPath.Parent(entry.Path), target)))
            .Where(entry => seen[entry.Path]?.Content is null)
            .OrderBy(entry => HashedDirectory.IsHashName(entry.Name))
            .ThenBy(entry => entry.Path, StringComparer.Ordinal)
            .Take(MostFiles)
            .Select(entry => new FileWish(entry.Path, FileWishKind.Content, entry.Size > MostBytes ? FileWish.StandardLimit : MostBytes));
    }
}
