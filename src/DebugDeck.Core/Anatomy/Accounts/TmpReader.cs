using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Anatomy.Accounts;

/// <summary>Reads whether the program can write temporary files.</summary>
internal static class TmpReader
{
    public static TmpFacts Read(CaptureView view, ContainerSetting setting, AccountFacts accounts)
    {
        var path = setting.Environment.GetValueOrDefault("TMPDIR") is { Length: > 0 } set && set.StartsWith('/') ? ContainerPath.Normalize(set) : "/tmp";
        var facts = new TmpFacts { Path = path };
        var mount = setting.Mounts.Where(one => ContainerPath.IsWithin(path, ContainerPath.Normalize(one.Path))).MaxBy(one => one.Path.Length);
        if (mount is not null)
        {
            return Mounted(facts, mount, view.Stat(path));
        }

        if (view.Stat(path) is not { Error: null } file)
        {
            return facts;
        }

        var folder = file.Target is { Kind: FileKind.Directory } there ? there : null;
        var mayWrite = folder is null ? false : FileAccess.MayWrite(folder, accounts.UserId, accounts.GroupId, setting.Security.SupplementalGroups);
        var obstacle = folder is null ? file.Exists ? "it is not a directory" : "it is not there"
            : setting.Security.ReadOnlyRoot ? "the root file system is mounted read-only"
            : mayWrite == false ? $"uid {accounts.UserId} may not write there (mode {Octal(folder.Mode)}, owner {folder.UserId}:{folder.GroupId})"
            : null;
        return facts with
        {
            IsPresent = folder is not null,
            Mode = folder?.Mode,
            IsWritable = obstacle is null ? mayWrite : false,
            Obstacle = obstacle,
            Confidence = Confidence.High,
            Evidence = [new Evidence("file", path, folder is null ? obstacle! : $"directory, mode {Octal(folder.Mode)}"), .. setting.Security.ReadOnlyRoot ? [new Evidence("spec", "readOnlyRootFilesystem", "true")] : (Evidence[])[]],
        };
    }

    // The files beneath a mount say nothing about it. Who may write is known of the engine's own kinds, which are 1777.
    private static TmpFacts Mounted(TmpFacts facts, MountFact mount, CapturedFile? seen)
    {
        var isOpen = mount.Source is "tmpfs" || mount.Source.StartsWith("emptyDir", StringComparison.Ordinal);
        return facts with
        {
            IsPresent = true,
            Mode = isOpen ? null : seen?.Target?.Mode,
            Mount = mount.Source,
            IsWritable = mount.ReadOnly ? false : isOpen ? true : null,
            Obstacle = mount.ReadOnly ? $"{mount.Source} is mounted there read-only" : null,
            Confidence = Confidence.High,
            Evidence = [new Evidence("spec", mount.Path, $"{mount.Source}{(mount.ReadOnly ? ", read-only" : "")}")],
        };
    }

    private static string Octal(UnixFileMode mode) => Convert.ToString((int)mode, 8).PadLeft(4, '0');
}
