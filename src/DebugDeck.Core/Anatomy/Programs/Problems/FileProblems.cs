using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Files;

namespace DebugDeck.Core.Anatomy.Programs.Problems;

/// <summary>What keeps the kernel from starting a file, whatever is in it.</summary>
internal static class FileProblems
{
    /// <summary>Judges where a program was found; null if it can be started as far as its place and mode go, or nobody has looked.</summary>
    public static Finding? Judge(ProgramPlace place) => place switch
    {
        { IsPending: true } => null,
        { File: { Error: { } } } => null,
        { IsStartable: true } => null,
        { File: { Entry.Kind: FileKind.Link, Target: null } link } => Dangling(place, link.Entry.LinkTarget),
        { File.Target.Kind: FileKind.Directory } => Directory(place),
        { File.Target: { Kind: FileKind.Regular } file } => NotExecutable(place, file),
        { Folders.Count: > 0 } => NotOnPath(place),
        _ => Missing(place),
    };

    public static Finding WrongArchitecture(string path, string programs, string images) => new(
        "program.architecture",
        Severity.Problem,
        $"{path} is built for {programs}, the image is for {images}",
        $"A node of the image's architecture ({images}) cannot run it: it ends with \"exec format error\". It was copied from, or compiled for, another platform.")
    {
        Evidence = [new Evidence("file", path, $"ELF machine {programs}"), new Evidence("image config", "architecture", images)],
        Fixes =
        [
            new Fix(FixKind.Lasting, "Compile for the platform that is being built", "dockerfile",
                "FROM --platform=$BUILDPLATFORM golang AS build\nARG TARGETOS TARGETARCH\nRUN GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /app .\n"),
        ],
    };

    public static Finding UnknownFormat(string path, string what) => new(
        "program.format",
        Severity.Problem,
        $"{path} is nothing that the kernel can start",
        $"It {what}. The kernel answers \"exec format error\": it starts ELF files and scripts whose very first two bytes are #!.")
    {
        Evidence = [new Evidence("file", path, what)],
        Fixes = [new Fix(FixKind.Lasting, "Name the interpreter in the script's first line", "shell", "#!/bin/sh\n")],
    };

    public static Finding Cut(string path, long size, long needed) => new(
        "program.cut-off",
        Severity.Problem,
        $"{path} is cut off",
        $"Its header promises at least {needed} bytes and the file has {size}. It was not copied as a whole; it crashes or is refused when it is started.")
    {
        Evidence = [new Evidence("file", path, $"{size} bytes, at least {needed} expected")],
    };

    private static Finding Dangling(ProgramPlace place, string? target) => new(
        "program.dangling-link",
        Severity.Problem,
        $"{place.Path} is a link to {target}, which is not there",
        "The runtime answers \"no such file or directory\" although the link is there: what it points to was not copied into the image.")
    {
        Evidence = [new Evidence("file", place.Path, $"link to {target}"), new Evidence("file", target, "not there")],
        Fixes = [new Fix(FixKind.Lasting, "Copy what the link points to as well", "dockerfile", $"COPY --from=build {target} {target}\n")],
    };

    private static Finding Directory(ProgramPlace place) => new(
        "program.is-directory",
        Severity.Problem,
        $"{place.Path} is a directory",
        "The runtime answers \"permission denied\" or \"is a directory\". Often the program was copied into a directory that already had its name.")
    {
        Evidence = [new Evidence("file", place.Path, "a directory")],
    };

    private static Finding NotExecutable(ProgramPlace place, FileEntry file) => new(
        "program.not-executable",
        Severity.Problem,
        $"{place.Path} may not be executed",
        $"Its mode is {Convert.ToString((int)file.Mode, 8).PadLeft(4, '0')}: nobody has the execute bit, not even root, and the runtime answers \"permission denied\".")
    {
        Evidence = [new Evidence("file", file.Path, $"mode {Convert.ToString((int)file.Mode, 8).PadLeft(4, '0')}")],
        Fixes = [new Fix(FixKind.Lasting, "Set the bit while copying", "dockerfile", $"COPY --chmod=0755 {file.Name} {file.Path}\n")],
    };

    private static Finding NotOnPath(ProgramPlace place) => new(
        "program.missing",
        Severity.Problem,
        $"{place.Name} is in no directory of PATH",
        $"The runtime answers: exec: \"{place.Name}\": executable file not found in $PATH.")
    {
        Evidence = [.. place.Folders.Select(folder => new Evidence("file", $"{folder.TrimEnd('/')}/{place.Name}", "not there"))],
        Fixes = [new Fix(FixKind.Lasting, "Name the program by its full path", "dockerfile", $"ENTRYPOINT [\"/path/to/{place.Name}\"]\n")],
    };

    private static Finding Missing(ProgramPlace place) => new(
        "program.missing",
        Severity.Problem,
        $"{place.Path} is not there",
        $"The runtime answers: exec: \"{place.Name}\": stat {place.Path}: no such file or directory.")
    {
        Evidence = [new Evidence("file", place.Path, "not there")],
        Fixes = [new Fix(FixKind.Lasting, "Copy the program to where it is started from", "dockerfile", $"COPY --from=build /out/app {place.Path}\n")],
    };
}
