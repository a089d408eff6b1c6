using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Packages;

/// <summary>The status file of dpkg: Debian, Ubuntu.</summary>
internal sealed class DpkgStatus : IPackageDatabase
{
    private const string File = "/var/lib/dpkg/status";
    private const int MostBytes = 16 * 1024 * 1024;

    public PackageList? Read(CaptureView view)
    {
        if (view.Content(File, MostBytes) is not { Content: { } content } file)
        {
            return null;
        }

        // "Status: deinstall ok config-files": removed, its settings kept.
        var packages = Stanzas.Read(content, "Package:", "Version:", line => line.StartsWith("Status:", StringComparison.Ordinal)
            ? line.EndsWith(" installed", StringComparison.Ordinal)
            : null);
        return PackageLists.Of("dpkg", PackageDatabaseFormat.DpkgStatus, File, packages, file.IsCut ? "it is too large to be read to its end" : null);
    }
}
