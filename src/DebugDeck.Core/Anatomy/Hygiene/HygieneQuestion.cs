using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Hygiene;

/// <summary>Looks at the usual places for what should not be in an image: hosts that can only send whole trees are not asked for one.</summary>
public sealed class HygieneQuestion(ContainerSetting setting) : FileQuestion<Sightings>
{
    private const UnixFileMode Special = UnixFileMode.SetUser | UnixFileMode.SetGroup;

    private static readonly string[] Folders = ["/", "/app", "/src", "/usr/src/app", "/workspace"];

    private static readonly string[] Programs =
    [
        "/usr/bin/su", "/bin/su", "/usr/bin/sudo", "/usr/bin/mount", "/bin/mount", "/usr/bin/umount", "/usr/bin/passwd", "/usr/bin/newgrp",
        "/usr/bin/chsh", "/usr/bin/chfn", "/usr/bin/gpasswd", "/usr/bin/chage", "/usr/bin/pkexec", "/bin/ping", "/usr/bin/ping", "/bin/bbsuid", "/bin/busybox",
    ];

    private static readonly string[] Protected = ["/", "/etc", "/usr", "/usr/bin", "/usr/lib", "/usr/local", "/usr/local/bin", "/bin", "/lib", "/opt", "/var", "/var/lib", "/etc/passwd", "/etc/group", "/etc/ssl/certs"];

    /// <summary>The same out of a tree that is known as a whole.</summary>
    public static Sightings Of(IFileTree tree)
    {
        var junk = new List<Junk>();
        var setUser = new List<FileEntry>();
        var writable = new List<FileEntry>();
        foreach (var entry in tree.All)
        {
            Keep(junk, JunkRules.Of(entry));
            Keep(setUser, IsSetUser(entry) ? entry : null);
            Keep(writable, IsOpen(entry) ? entry : null);
        }

        // A tree has no order of its own: it is that of whoever wrote the archive.
        return new Sightings
        {
            Junk = [.. junk.OrderBy(found => found.Entry.Path, StringComparer.Ordinal)],
            SetUser = [.. setUser.OrderBy(entry => entry.Path, StringComparer.Ordinal)],
            WorldWritable = [.. writable.OrderBy(entry => entry.Path, StringComparer.Ordinal)],
            IsComplete = !tree.IsCut,
        };
    }

    protected override Sightings Read(CaptureView view)
    {
        var junk = new List<Junk>();
        var own = setting.WorkingDirectory is "/" or "" ? [] : new[] { setting.WorkingDirectory };
        foreach (var (name, kind, what) in JunkRules.InProgramFolders)
        {
            foreach (var folder in Folders.Concat(own).Distinct())
            {
                See(view, ContainerPath.Resolve(folder, name), entry => Keep(junk, new Junk(kind, entry, what)));
            }
        }

        foreach (var (path, kind, what) in JunkRules.Anywhere)
        {
            See(view, path, entry => Keep(junk, new Junk(kind, entry, what)));
        }

        var setUser = new List<FileEntry>();
        var writable = new List<FileEntry>();
        foreach (var path in Programs)
        {
            See(view, path, entry => Keep(setUser, IsSetUser(entry) ? entry : null));
        }

        foreach (var path in Protected.Concat(own).Distinct())
        {
            See(view, path, entry => Keep(writable, IsOpen(entry) ? entry : null));
        }

        return new Sightings { Junk = junk, SetUser = setUser, WorldWritable = writable };
    }

    private static void See(CaptureView view, string path, Action<FileEntry> seen)
    {
        if (view.Stat(path) is { Entry: { } entry })
        {
            seen(entry with { Path = path });
        }
    }

    private static void Keep<T>(List<T> list, T? item)
        where T : class
    {
        if (item is not null && list.Count < Sightings.Most)
        {
            list.Add(item);
        }
    }

    private static bool IsSetUser(FileEntry entry) => entry is { Kind: FileKind.Regular, IsExecutable: true } && (entry.Mode & Special) != 0;

    private static bool IsOpen(FileEntry entry) =>
        entry.Kind is FileKind.Regular or FileKind.Directory
        && entry.Mode.HasFlag(UnixFileMode.OtherWrite)
        && !entry.Mode.HasFlag(UnixFileMode.StickyBit)
        && !entry.Path.StartsWith("/proc/", StringComparison.Ordinal) && !entry.Path.StartsWith("/dev/", StringComparison.Ordinal) && !entry.Path.StartsWith("/sys/", StringComparison.Ordinal);
}
