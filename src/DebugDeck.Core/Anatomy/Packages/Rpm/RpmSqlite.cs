namespace DebugDeck.Core.Anatomy.Packages.Rpm;

/// <summary>The packages in an <c>rpmdb.sqlite</c>: its table <c>Packages</c> has a header of rpm's own in each row.</summary>
internal static class RpmSqlite
{
    public static PackageList Read(string path, ReadOnlyMemory<byte> content)
    {
        if (SqliteFile.Open(content) is not { } database)
        {
            return PackageLists.Unreadable("rpm", PackageDatabaseFormat.RpmSqlite, path, "it is no sqlite database");
        }

        if (database.TableRoot("Packages") is not { } root)
        {
            return PackageLists.Unreadable("rpm", PackageDatabaseFormat.RpmSqlite, path, "it has no table Packages");
        }

        var packages = database.Rows(root)
            .Select(row => row is [_, { IsBlob: true } blob] ? RpmHeader.Parse(blob.Bytes.Span) : null)
            .Where(package => package is not null)
            .Select(package => package!.Value)
            // Keys that were imported are written down like packages.
            .Where(package => package.Name != "gpg-pubkey")
            .ToList();
        return PackageLists.Of("rpm", PackageDatabaseFormat.RpmSqlite, path, packages, database.IsDamaged ? "a part of it is damaged" : null);
    }
}
