using DebugDeck.Core.Anatomy.Programs.Elf;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Programs.Libraries;

/// <summary>
/// Finds the libraries of a dynamic program, and theirs, where its loader would find them. What has not been looked at yet is left out of the answer.
/// </summary>
internal sealed class LibraryResolution(CaptureView view, ContainerSetting setting, Machine machine, string loader, bool isMusl)
{
    private const int MostLibraries = 96;

    // musl's loader is its C library, and answers for these itself.
    private static readonly string[] InMusl = ["libc.", "libpthread.", "librt.", "libm.", "libdl.", "libutil.", "libxnet."];

    private readonly Dictionary<string, LibraryResult> _results = new(StringComparer.Ordinal);
    private ILookup<string, string>? _cache;

    public IReadOnlyList<LibraryResult> Resolve(ElfFile program)
    {
        var loaderName = loader[(loader.LastIndexOf('/') + 1)..];
        var queue = new Queue<ElfFile>([program]);
        while (queue.TryDequeue(out var asking))
        {
            foreach (var name in asking.Dynamic?.Needed ?? [])
            {
                if (name == loaderName || _results.ContainsKey(name) || _results.Count >= MostLibraries || (isMusl && InMusl.Any(own => name.StartsWith(own, StringComparison.Ordinal))))
                {
                    continue;
                }

                if (Find(name, asking, program) is { } result)
                {
                    _results[name] = result;
                    if (result.Path is { } path && ElfFile.Read(view, path, withSections: false) is { } library)
                    {
                        queue.Enqueue(library);
                    }
                }
            }
        }

        return [.. _results.Values];
    }

    private LibraryResult? Find(string name, ElfFile asking, ElfFile program)
    {
        if (name.Contains('/', StringComparison.Ordinal))
        {
            return Try(name, asking, [ContainerPath.Resolve(setting.WorkingDirectory, name)]);
        }

        if (Folders(asking, program) is not { } folders)
        {
            return null;
        }

        var cached = isMusl ? [] : Cached(name);
        return cached is null ? null : Try(name, asking, [.. folders.Own.Select(In), .. cached, .. folders.Standard.Select(In)]);

        string In(string folder) => ContainerPath.Resolve(folder, name);
    }

    private LibraryResult? Try(string name, ElfFile asking, IReadOnlyList<string> places)
    {
        string? wrong = null;
        var isPending = false;
        foreach (var place in places.Distinct(StringComparer.Ordinal))
        {
            // Asks for all at once: a round trip may cost more than ten looks.
            if (view.Content(place, ElfFile.HeadLength) is not { } file)
            {
                isPending = true;
            }
            else if (!isPending && file.Content is { } content && ElfHeader.Parse(content.Span) is { } header)
            {
                if (Machine.Of(header) == machine)
                {
                    return new LibraryResult(name, asking.Path, place, []);
                }

                wrong ??= place;
            }
        }

        return isPending ? null : new LibraryResult(name, asking.Path, null, [.. places.Select(ContainerPath.Parent).Distinct(StringComparer.Ordinal)], wrong);
    }

    private (List<string> Own, IReadOnlyList<string> Standard)? Folders(ElfFile asking, ElfFile program)
    {
        var standard = isMusl ? LibraryFolders.OfMusl(view, machine) : LibraryFolders.OfGlibc(machine, loader);
        if (standard is null)
        {
            return null;
        }

        var environment = setting.Environment.GetValueOrDefault("LD_LIBRARY_PATH");
        var own = new List<string>();

        // RPATH is inherited, and passed over where there is a RUNPATH, which is not. musl makes no difference between the two.
        if (isMusl || asking.Dynamic?.RunPath is null)
        {
            own.AddRange(OfFile(asking, asking.Dynamic?.RunPathOld));
            own.AddRange(OfFile(program, program.Dynamic?.RunPathOld ?? (isMusl ? program.Dynamic?.RunPath : null)));
        }

        own.AddRange(LibraryFolders.Named(environment, setting.WorkingDirectory, machine));
        own.AddRange(OfFile(asking, asking.Dynamic?.RunPath));
        return (own, standard);
    }

    private IEnumerable<string> OfFile(ElfFile file, string? path) =>
        LibraryFolders.Named(path, ContainerPath.Parent(view.Stat(file.Path)?.Target?.Path ?? file.Path), machine);

    // Null if nobody has looked yet.
    private IEnumerable<string>? Cached(string name)
    {
        if (_cache is null)
        {
            if (view.Content("/etc/ld.so.cache", 2 * FileWish.StandardLimit) is not { } file)
            {
                return null;
            }

            _cache = LoaderCache.Read(file.Content ?? ReadOnlyMemory<byte>.Empty);
        }

        return _cache[name].Take(4);
    }
}
