using System.Text;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Packages;

/// <summary>Azure Linux' and Mariner's distroless images have no rpm database, but a table of what was installed: a line a package, columns by tabs.</summary>
internal sealed class ContainerManifest : IPackageDatabase
{
    private const string File = "/var/lib/rpmmanifest/container-manifest-2";

    public PackageList? Read(CaptureView view)
    {
        if (view.Content(File) is not { Content: { } content })
        {
            return null;
        }

        var packages = Encoding.UTF8.GetString(content.Span).Split('\n')
            .Select(line => line.Split('\t'))
            .Where(columns => columns is [{ Length: > 0 }, { Length: > 0 }, ..])
            .Select(columns => (columns[0].Trim(), columns[1].Trim()));
        return PackageLists.Of("rpm", PackageDatabaseFormat.RpmContainerManifest, File, packages);
    }
}
