using DebugDeck.Core.Anatomy.Programs.Elf;
using DebugDeck.Core.Anatomy.Programs.Libraries;
using DebugDeck.Core.Anatomy.Programs.Problems;
using DebugDeck.Core.Anatomy.Programs.Runtimes;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Programs;

/// <summary>Reads a program of machine code: how it is linked, for what, and whether all that it needs is there.</summary>
internal sealed class ElfProgramReader(CaptureView view, ContainerSetting setting, Libc image)
{
    // A kernel runs the 32 bit programs of its own kind.
    private static readonly (string Image, string Program)[] Compatible = [("amd64", "386"), ("arm64", "arm")];

    public EntryPoint Read(EntryPoint entry)
    {
        var path = entry.Path!;
        if (ElfFile.Read(view, path) is not { } file)
        {
            return entry with { Problems = [FileProblems.UnknownFormat(path, "begins as an ELF file, but its header makes no sense")], Confidence = Confidence.High };
        }

        var size = view.Stat(path)?.Target?.Size ?? 0;
        var built = LibcOf(file);
        entry = entry with
        {
            Linkage = file.Linkage,
            Interpreter = file.Interpreter,
            Libc = built,
            Architecture = file.Machine?.Architecture,
            Needed = file.Dynamic?.Needed ?? [],
            Runtime = Launchers.Recognise(view, setting, entry.RealPath ?? path, entry.Command)
                ?? Launchers.Recognise(view, setting, path, entry.Command)
                ?? NativePrograms.Recognise(view, file),
            Confidence = Confidence.High,
            Evidence = [.. entry.Evidence, new Evidence("file", entry.RealPath ?? path, Describe(file))],
        };
        return entry with { Problems = [.. Problems(file, path, size, built, entry.Runtime?.Id)] };
    }

    private static Libc LibcOf(ElfFile file)
    {
        if (file.Interpreter is not { } loader)
        {
            return file.Linkage is Linkage.Static or Linkage.StaticPie ? new Libc { Kind = LibcKind.None, Confidence = Confidence.High } : Libc.Unknown;
        }

        var name = loader[(loader.LastIndexOf('/') + 1)..];
        var kind = name.StartsWith("ld-musl-", StringComparison.Ordinal) ? LibcKind.Musl
            : name.StartsWith("ld-linux", StringComparison.Ordinal) || name.StartsWith("ld64.so", StringComparison.Ordinal) || name.StartsWith("ld.so", StringComparison.Ordinal) ? LibcKind.Glibc
            : LibcKind.Unknown;
        return new Libc
        {
            Kind = kind,
            Version = kind == LibcKind.Glibc ? LibcVersion.Needed(file.Dynamic?.Versions ?? []) : null,
            Path = loader,
            Confidence = kind == LibcKind.Unknown ? Confidence.None : Confidence.High,
            Evidence = [new Evidence("file", file.Path, $"PT_INTERP {loader}")],
        };
    }

    private IEnumerable<Finding> Problems(ElfFile file, string path, long size, Libc built, string? runtime)
    {
        var end = file.Segments.Where(segment => segment is { Type: ElfSegment.Load, Offset: >= 0, FileSize: > 0 } && segment.Offset < long.MaxValue - segment.FileSize)
            .Select(segment => segment.Offset + segment.FileSize).DefaultIfEmpty(0).Max();
        if (end > size)
        {
            yield return FileProblems.Cut(path, size, end);
            yield break;
        }

        if (file.Machine is { } machine && setting.Architecture.Length > 0 && machine.Architecture != setting.Architecture && !Compatible.Contains((setting.Architecture, machine.Architecture)))
        {
            yield return FileProblems.WrongArchitecture(path, machine.Architecture, setting.Architecture);
            yield break;
        }

        if (file.Interpreter is not { } loader || view.Content(loader, ElfFile.HeadLength) is not { Error: null } there)
        {
            yield break;
        }

        if (!there.Exists)
        {
            if (image.Kind != LibcKind.Unknown)
            {
                yield return LoaderProblems.Missing(path, loader, built.Kind, image, runtime);
            }

            yield break;
        }

        if (built.Kind == LibcKind.Glibc && image.Kind == LibcKind.Glibc && LibcVersion.IsOlder(image.Version, built.Version))
        {
            yield return LoaderProblems.GlibcTooOld(path, built.Version!, image);
        }

        if (file.Machine is { } known && built.Kind != LibcKind.Unknown)
        {
            var missing = new LibraryResolution(view, setting, known, loader, built.Kind == LibcKind.Musl).Resolve(file).Where(library => library.Path is null).ToList();
            if (missing.Count > 0)
            {
                yield return LoaderProblems.LibrariesMissing(path, missing, built.Kind);
            }
        }
    }

    private static string Describe(ElfFile file)
    {
        var bits = file.Header.Is64 ? 64 : 32;
        var linked = file.Linkage switch
        {
            Linkage.Dynamic => $"dynamic, loader {file.Interpreter}",
            Linkage.StaticPie => "static-pie",
            Linkage.Static => "static",
            _ => "not a program",
        };
        return $"ELF {bits} bit, {file.Machine?.Architecture ?? $"machine {file.Header.Machine}"}, {linked}";
    }
}
