using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Packages;

/// <summary>The database of apk: Alpine, Wolfi, Chainguard.</summary>
internal sealed class ApkDatabase : IPackageDatabase
{
    private const int MostBytes = 16 * 1024 * 1024;

    // Since apk 3 with a merged /usr it is below /usr.
    private static readonly string[] Places = ["/lib/apk/db/installed", "/usr/lib/apk/db/installed"];

    public PackageList? Read(CaptureView view)
    {
        foreach (var (place, file) in Places.Select(place => (place, view.Content(place, MostBytes))).ToList())
        {
            if (file?.Content is { } content)
            {
                return PackageLists.Of("apk", PackageDatabaseFormat.Apk, place, Stanzas.Read(content, "P:", "V:"), file.IsCut ? "it is too large to be read to its end" : null);
            }
        }

        return null;
    }
}
