using DebugDeck.Core.Anatomy.Packages.Rpm;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Packages;

/// <summary>The databases of rpm. The one in sqlite is read; the older ones are recognised.</summary>
internal sealed class RpmDatabase : IPackageDatabase
{
    // A whole Fedora has some 20 MB.
    private const int MostBytes = 48 * 1024 * 1024;

    private static readonly string[] Folders = ["/var/lib/rpm", "/usr/lib/sysimage/rpm", "/usr/share/rpm"];

    public PackageList? Read(CaptureView view)
    {
        var sqlite = Folders.Select(folder => (Path: $"{folder}/rpmdb.sqlite", File: view.Content($"{folder}/rpmdb.sqlite", MostBytes))).ToList();
        var others = Folders.Select(folder => (Path: $"{folder}/Packages.db", Format: PackageDatabaseFormat.RpmNdb, File: view.Stat($"{folder}/Packages.db")))
            .Concat(Folders.Select(folder => (Path: $"{folder}/Packages", Format: PackageDatabaseFormat.RpmBerkeleyDb, File: view.Stat($"{folder}/Packages"))))
            .ToList();
        foreach (var (path, file) in sqlite)
        {
            if (file?.Content is { Length: > 0 } content)
            {
                return file.IsCut
                    ? PackageLists.Unreadable("rpm", PackageDatabaseFormat.RpmSqlite, path, "it is too large to be read")
                    : RpmSqlite.Read(path, content);
            }
        }

        return others.Find(other => other.File is { Exists: true }) is { Path: not null } found
            ? PackageLists.Unreadable("rpm", found.Format, found.Path, found.Format == PackageDatabaseFormat.RpmNdb
                ? "it is in rpm's ndb format, which DebugDeck does not read"
                : "it is in Berkeley DB, which DebugDeck does not read")
            : null;
    }
}
