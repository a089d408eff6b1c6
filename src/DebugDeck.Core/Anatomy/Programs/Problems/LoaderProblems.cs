using DebugDeck.Core.Anatomy.Programs.Libraries;
using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.Programs.Problems;

/// <summary>What keeps a dynamic program from being loaded.</summary>
internal static class LoaderProblems
{
    private const string NotThere = "The kernel answers \"no such file or directory\" although the program is there: what is missing is the loader that it names.";

    /// <summary>The loader is not there: why depends on which C library the image has.</summary>
    public static Finding Missing(string path, string loader, LibcKind built, Libc image, string? runtime) => (built, image.Kind) switch
    {
        (LibcKind.Glibc, LibcKind.Musl) => Mismatch("program.glibc-on-musl", path, loader, "glibc", "musl", image, runtime),
        (LibcKind.Musl, LibcKind.Glibc) => Mismatch("program.musl-on-glibc", path, loader, "musl", "glibc", image, runtime),
        (_, LibcKind.None) => new(
            "program.loader-missing",
            Severity.Problem,
            $"{path} is dynamic, and the image has no C library",
            $"It needs the loader {loader} and the libraries that this one finds. {NotThere} An empty image (scratch) or a static one only runs static programs.")
        {
            Evidence = [Asks(path, loader), Absent(loader), .. image.Evidence],
            Fixes = [.. Static(runtime), new Fix(FixKind.Lasting, "Use a base with glibc", "dockerfile", "FROM gcr.io/distroless/base-debian13:nonroot\n")],
        },
        _ => new(
            "program.loader-missing",
            Severity.Problem,
            $"{path} needs the loader {loader}, which is not there",
            $"{NotThere} It was built for a system that keeps it elsewhere, or the C library was not copied as a whole.")
        {
            Evidence = [Asks(path, loader), Absent(loader), .. image.Evidence],
            Fixes = Static(runtime),
        },
    };

    public static Finding LibrariesMissing(string path, IReadOnlyList<LibraryResult> missing, LibcKind built)
    {
        var names = string.Join(", ", missing.Select(library => library.Name).Take(5)) + (missing.Count > 5 ? $" and {missing.Count - 5} more" : "");
        return new Finding(
            "program.library-missing",
            Severity.Problem,
            missing.Count == 1 ? $"A library that {path} needs is not there: {names}" : $"{missing.Count} libraries that {path} needs are not there: {names}",
            built == LibcKind.Musl
                ? $"musl's loader answers: Error loading shared library {missing[0].Name}: No such file or directory (needed by {missing[0].AskedBy}), exit code 127."
                : $"The loader answers: error while loading shared libraries: {missing[0].Name}: cannot open shared object file: No such file or directory, exit code 127.")
        {
            Evidence = [.. missing.Take(20).Select(Searched)],
            Fixes = [new Fix(FixKind.Lasting, "Copy the libraries from the stage that built the program; ldd lists them there", "shell", $"ldd {path}\n")],
        };
    }

    public static Finding GlibcTooOld(string path, string needed, Libc image) => new(
        "program.glibc-too-old",
        Severity.Problem,
        $"{path} needs glibc {needed}, the image has {image.Version}",
        $"It was built on a newer system. The loader answers: version `GLIBC_{needed}' not found (required by {path}).")
    {
        Evidence = [new Evidence("file", path, $"asks for GLIBC_{needed}"), .. image.Evidence],
        Fixes = [new Fix(FixKind.Lasting, "Build on the release that the final image has, or an older one", "dockerfile", "FROM debian:bookworm AS build\n…\nFROM gcr.io/distroless/cc-debian12\n")],
    };

    private static Finding Mismatch(string rule, string path, string loader, string built, string has, Libc image, string? runtime) => new(
        rule,
        Severity.Problem,
        $"{path} was built for {built}, the image has {has}",
        $"{NotThere} {loader} belongs to {built}; this image's C library is {has}{(image.Version is null ? "" : " " + image.Version)}.")
    {
        Evidence = [Asks(path, loader), Absent(loader), .. image.Evidence],
        Fixes =
        [
            .. Static(runtime),
            built == "glibc"
                ? new Fix(FixKind.Lasting, "Use a base with glibc", "dockerfile", "FROM gcr.io/distroless/base-debian13:nonroot\n")
                : new Fix(FixKind.Lasting, "Use a base with musl", "dockerfile", "FROM alpine\n"),
            .. built == "glibc" ? [new Fix(FixKind.Lasting, "Or build on the base that it is to run on", "dockerfile", "FROM alpine AS build\n")] : (Fix[])[],
        ],
    };

    private static Fix[] Static(string? runtime) => runtime switch
    {
        RuntimeIds.Go => [new Fix(FixKind.Lasting, "Build it static", "dockerfile", "RUN CGO_ENABLED=0 go build -o /app .\n")],
        RuntimeIds.Rust => [new Fix(FixKind.Lasting, "Build it static", "dockerfile", "RUN rustup target add x86_64-unknown-linux-musl && cargo build --release --target x86_64-unknown-linux-musl\n")],
        RuntimeIds.DotNetNativeAot => [new Fix(FixKind.Lasting, "Build it for musl", "shell", "dotnet publish -r linux-musl-x64 -p:PublishAot=true\n")],
        _ => [new Fix(FixKind.Lasting, "Link it static", "shell", "gcc -static …\n")],
    };

    private static Evidence Asks(string path, string loader) => new("file", path, $"PT_INTERP {loader}");

    private static Evidence Absent(string loader) => new("file", loader, "not there");

    private static Evidence Searched(LibraryResult library) => new(
        "file",
        library.Name,
        $"needed by {library.AskedBy}; not in {string.Join(", ", library.Searched)}{(library.WrongArchitecture is { } other ? $"; {other} is for another architecture" : "")}");
}
