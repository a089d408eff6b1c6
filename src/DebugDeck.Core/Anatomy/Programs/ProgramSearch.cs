using DebugDeck.Core.Anatomy.Programs.Elf;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Programs;

/// <summary>Finds a command's program as the container runtime does: a name with a slash from the working directory, any other on <c>PATH</c>.</summary>
internal static class ProgramSearch
{
    /// <summary>What engines set where neither image nor container does.</summary>
    public const string StandardPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private const int MostFolders = 32;

    public static ProgramPlace Find(CaptureView view, ContainerSetting setting, string name)
    {
        if (name.Contains('/', StringComparison.Ordinal))
        {
            var path = ContainerPath.Resolve(setting.WorkingDirectory, name);
            var file = view.Content(path, ElfFile.HeadLength);
            return new ProgramPlace(name, path, file, file is null, []);
        }

        var folders = setting.Environment.GetValueOrDefault("PATH", StandardPath)
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Take(MostFolders)
            .Select(folder => ContainerPath.Resolve(setting.WorkingDirectory, folder))
            .ToList();
        var found = folders.ConvertAll(folder =>
        {
            var path = ContainerPath.Resolve(folder, name);
            var file = view.Content(path, ElfFile.HeadLength);
            return new ProgramPlace(name, path, file, file is null, folders);
        });
        if (found.Exists(place => place.IsPending))
        {
            return new ProgramPlace(name, null, null, IsPending: true, folders);
        }

        return found.Find(place => place.IsStartable)
            ?? found.FindLast(place => place.File is { Entry.Kind: not FileKind.Directory })
            ?? new ProgramPlace(name, null, null, IsPending: false, folders);
    }
}
