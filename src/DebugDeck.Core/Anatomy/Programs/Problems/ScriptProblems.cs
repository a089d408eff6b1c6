using DebugDeck.Core.Anatomy.Programs.Scripts;
using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.Programs.Problems;

/// <summary>What keeps a script from starting.</summary>
internal static class ScriptProblems
{
    public static Finding CarriageReturn(string path, FirstLine line) => new(
        "program.script-crlf",
        Severity.Problem,
        $"The first line of {path} ends as on Windows",
        $"The kernel takes the carriage return for a part of the name and looks for \"{line.Interpreter}\\r\". It answers \"no such file or directory\" although the script is there. Usually git converted the line ends on a Windows machine.")
    {
        Evidence = [new Evidence("file", path, $"first line #!{line.Interpreter}{(line.Argument is null ? "" : " " + line.Argument)}\\r\\n")],
        Fixes =
        [
            new Fix(FixKind.Lasting, "Keep Unix line ends for scripts", "gitattributes", "*.sh text eol=lf\n"),
            new Fix(FixKind.Lasting, "Remove the carriage returns while building", "dockerfile", $"RUN sed -i 's/\\r$//' {path}\n"),
        ],
    };

    public static Finding InterpreterMissing(string path, FirstLine line, ProgramPlace interpreter) => new(
        "program.script-interpreter-missing",
        Severity.Problem,
        $"{path} is a script for {line.Interpreter}, which {(interpreter.File is { Exists: true } ? "cannot be executed" : "is not there")}",
        $"The kernel answers \"no such file or directory\" for the script, although it is there: what is missing is the program that its first line names. Images without a shell cannot run shell scripts at all.")
    {
        Evidence = [new Evidence("file", path, $"first line #!{line.Interpreter}"), new Evidence("file", interpreter.Path, interpreter.File is { Exists: true } ? "cannot be executed" : "not there")],
        Fixes = [new Fix(FixKind.Lasting, "Start the program itself instead of a script", "dockerfile", "ENTRYPOINT [\"/app/server\"]\n")],
    };

    public static Finding NotFoundByEnv(string path, string name, ProgramPlace place) => new(
        "program.script-interpreter-missing",
        Severity.Problem,
        $"{path} is a script for {name}, which is in no directory of PATH",
        $"Its first line lets env look for {name} on PATH. env answers: '{name}': No such file or directory (exit code 127).")
    {
        Evidence = [new Evidence("file", path, $"first line asks env for {name}"), .. place.Folders.Select(folder => new Evidence("file", $"{folder.TrimEnd('/')}/{name}", "not there"))],
    };

    public static Finding NeedsSplit(string path, FirstLine line) => new(
        "program.script-env-arguments",
        Severity.Problem,
        $"env takes all of the first line of {path} for one name",
        $"The kernel passes what follows the interpreter as one argument, so env looks for a program called \"{line.Argument}\".")
    {
        Evidence = [new Evidence("file", path, $"first line #!{line.Interpreter} {line.Argument}")],
        Fixes = [new Fix(FixKind.Lasting, "Let env split it", "shell", $"#!{line.Interpreter} -S {line.Argument}\n")],
    };
}
