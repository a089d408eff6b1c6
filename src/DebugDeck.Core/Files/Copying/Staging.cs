using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Files.Copying;

/// <summary>
/// The temporary folder beside the destination, on the same file system, that a copy grows in until it is whole.
/// Disposing removes it with whatever is in it, so a copy that failed or was cancelled leaves nothing.
/// </summary>
internal sealed class Staging : IDisposable
{
    private readonly CopyPlace _place;

    public Staging(CopyPlace place)
    {
        _place = place;
        var (parent, name) = place.Merge ? (place.Path, "copy") : (System.IO.Path.GetDirectoryName(place.Path)!, System.IO.Path.GetFileName(place.Path));

        // Names may be up to 255 bytes long, and this one has to stay below that with its suffix.
        var shown = name.Length > 40 ? name[..40] : name;
        Path = System.IO.Path.Join(parent, $".{shown}.debugdeck-{Guid.NewGuid():N}"[..(shown.Length + 20)]);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            // What is copied may be secret, and its own mode comes last.
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Path { get; }

    /// <summary>Where the copy is made: the folder itself for a folder, or the folder that holds the one file.</summary>
    public string Content => System.IO.Path.Join(Path, "content");

    /// <summary>Moves the folder into place.</summary>
    public void CommitFolder()
    {
        if (!_place.Merge)
        {
            Directory.Move(Content, _place.Path);
            return;
        }

        // All conflicts before the first move: half a merge would be worse than none.
        Check(Content, _place.Path);
        Merge(Content, _place.Path);
    }

    /// <summary>Moves the file into place, over one that is there.</summary>
    public void CommitFile(string name) => File.Move(System.IO.Path.Join(Content, name), _place.Path, overwrite: true);

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    private static void Check(string from, string to)
    {
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos())
        {
            var target = System.IO.Path.Join(to, entry.Name);
            var isFolder = entry is DirectoryInfo && entry.LinkTarget is null;
            var there = new DirectoryInfo(target);
            var thereIsFolder = there.Exists && there.LinkTarget is null;
            if (isFolder != thereIsFolder && (thereIsFolder || System.IO.Path.Exists(target) || there.LinkTarget is not null))
            {
                throw new DebugDeckException(ErrorKind.Failed, $"'{target}' is in the way: {(isFolder ? "a folder is to be copied there" : "it is a folder, and a file is to be copied there")}");
            }

            if (isFolder && thereIsFolder)
            {
                Check(entry.FullName, target);
            }
        }
    }

    private static void Merge(string from, string to)
    {
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos())
        {
            var target = System.IO.Path.Join(to, entry.Name);
            if (entry is not DirectoryInfo || entry.LinkTarget is not null)
            {
                File.Move(entry.FullName, target, overwrite: true);
            }
            else if (Directory.Exists(target))
            {
                Merge(entry.FullName, target);
            }
            else
            {
                Directory.Move(entry.FullName, target);
            }
        }
    }
}
