using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Packages;

/// <summary>A file for each package, as Google's distroless images and all that are built with its rules have it.</summary>
internal sealed class DpkgStatusFolder : IPackageDatabase
{
    private const string Folder = "/var/lib/dpkg/status.d";
    private const int MostFiles = 500;
    private const int MostBytes = 64 * 1024;

    public PackageList? Read(CaptureView view)
    {
        if (view.Listing(Folder, 2 * MostFiles) is not { Listing: { } listing })
        {
            return null;
        }

        var files = listing.Where(entry => entry.Kind is FileKind.Regular or FileKind.Link && !entry.Name.EndsWith(".md5sums", StringComparison.Ordinal))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Take(MostFiles)
            .Select(entry => view.Content($"{Folder}/{entry.Name}", MostBytes))
            .ToList();
        return files.Contains(null)
            ? null
            : PackageLists.Of("dpkg", PackageDatabaseFormat.DpkgStatusFolder, Folder, files.SelectMany(file => file!.Content is { } content ? Stanzas.Read(content, "Package:", "Version:") : []));
    }
}
