namespace DebugDeck.Core.Files.Extraction;

/// <summary>
/// The folder that an archive is unpacked into. Everything is written into directories that this run has made, or has looked at with <c>lstat</c>:
/// an archive that plants a link and then a file behind it gets nowhere.
/// </summary>
internal sealed class SafeFolder
{
    private readonly HashSet<string> _real = new(StringComparer.Ordinal);

    public SafeFolder(string root)
    {
        Root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        Directory.CreateDirectory(Root);
        _real.Add(Root);
    }

    public string Root { get; }

    public string PathOf(string below) => below.Length == 0 ? Root : Path.Join(Root, below);

    /// <summary>A directory that this run has made or looked at.</summary>
    public bool IsFolder(string path) => _real.Contains(path);

    /// <summary>Makes the directory and those above it where they are missing; false if something on the way is no plain directory.</summary>
    public bool TryMake(string path)
    {
        if (_real.Contains(path))
        {
            return true;
        }

        if (path.Length <= Root.Length || !TryMake(Path.GetDirectoryName(path)!))
        {
            return false;
        }

        var folder = new DirectoryInfo(path);
        if (folder.LinkTarget is not null || File.Exists(path))
        {
            return false;
        }

        Directory.CreateDirectory(path);
        return _real.Add(path);
    }

    /// <summary>A relative link at <paramref name="path"/> that leads to <paramref name="target"/> stays inside.</summary>
    public bool Holds(string path, string target)
    {
        if (target.Length == 0 || target.StartsWith('/') || Path.IsPathRooted(target) || target.Contains('\0', StringComparison.Ordinal))
        {
            return false;
        }

        var end = Path.GetFullPath(Path.Join(Path.GetDirectoryName(path), target));
        return end == Root || end.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }
}
