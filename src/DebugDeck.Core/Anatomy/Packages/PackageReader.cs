using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Packages;

/// <summary>Reads the package database of an image, whichever kind it has.</summary>
internal static class PackageReader
{
    // Where an image has two, the first is the truth: .NET's chiselled images write a dpkg status for scanners besides their manifest.
    private static readonly IReadOnlyList<IPackageDatabase> Databases =
    [
        new ApkDatabase(), new DpkgStatus(), new DpkgStatusFolder(), new ChiselManifest(), new RpmDatabase(), new ContainerManifest(),
    ];

    public static PackageList Read(CaptureView view)
    {
        // All are asked before one is taken, so that they share a round.
        var found = Databases.Select(database => database.Read(view)).OfType<PackageList>().ToList();
        return found.Find(list => list.Packages.Count > 0) ?? (found.Count > 0 ? found[0] : PackageList.None);
    }
}
