using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Files.Copying;

/// <summary>Where a copy ends up, by the rules of <c>docker cp</c>.</summary>
/// <param name="Path">The file or folder that the source becomes.</param>
/// <param name="Merge">It is a folder that is there already, and gets the source's content besides its own.</param>
internal sealed record CopyPlace(string Path, bool Merge)
{
    /// <summary>Looks at the local side and decides.</summary>
    /// <param name="source">The path in the container as the user wrote it; a trailing <c>/.</c> means its content.</param>
    /// <param name="isFolder">It is, or leads to, a folder.</param>
    /// <param name="localPath">Where the user wants it.</param>
    public static CopyPlace For(string source, bool isFolder, string localPath)
    {
        if (localPath.Length == 0)
        {
            throw new DebugDeckException(ErrorKind.Usage, "no destination is given", "write where the copy should go, or `-` for a tar on stdout");
        }

        var full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(localPath));
        if (Directory.Exists(full))
        {
            var name = ContainerPath.Normalize(source).TrimStart('/');
            name = name[(name.LastIndexOf('/') + 1)..];
            return isFolder && (name.Length == 0 || source.EndsWith("/.", StringComparison.Ordinal)) ? new CopyPlace(full, Merge: true) : Inside(full, name, isFolder);
        }

        if (System.IO.Path.EndsInDirectorySeparator(localPath) && !isFolder)
        {
            throw new DebugDeckException(ErrorKind.Failed, $"the folder '{localPath}' does not exist", "create it first, or leave the last slash away to name the file");
        }

        var parent = System.IO.Path.GetDirectoryName(full);
        if (!Directory.Exists(parent))
        {
            throw new DebugDeckException(ErrorKind.Failed, $"the folder '{parent}' does not exist", "create it first");
        }

        return isFolder && File.Exists(full)
            ? throw new DebugDeckException(ErrorKind.Failed, $"'{source}' is a folder, but '{localPath}' is a file")
            : new CopyPlace(full, Merge: false);
    }

    private static CopyPlace Inside(string folder, string name, bool isFolder)
    {
        var path = System.IO.Path.Join(folder, name);
        return Directory.Exists(path) switch
        {
            true when !isFolder => throw new DebugDeckException(ErrorKind.Failed, $"'{path}' is a folder, and a file is to be copied there"),
            // A link would lead the copy somewhere else than it was told to.
            true when new DirectoryInfo(path).LinkTarget is not null => throw new DebugDeckException(ErrorKind.Failed, $"'{path}' is a link to a folder; name the folder itself"),
            false when isFolder && File.Exists(path) => throw new DebugDeckException(ErrorKind.Failed, $"'{path}' is a file, and a folder is to be copied there"),
            var exists => new CopyPlace(path, Merge: exists),
        };
    }
}
