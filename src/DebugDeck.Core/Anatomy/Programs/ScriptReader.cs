using System.Text;
using System.Text.RegularExpressions;
using DebugDeck.Core.Anatomy.Programs.Problems;
using DebugDeck.Core.Anatomy.Programs.Runtimes;
using DebugDeck.Core.Anatomy.Programs.Scripts;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Programs;

/// <summary>Reads a script: its interpreter has to be there and to be startable.</summary>
internal sealed partial class ScriptReader(CaptureView view, ContainerSetting setting)
{
    public EntryPoint Read(EntryPoint entry, FirstLine line)
    {
        var path = entry.Path!;
        var evidence = new Evidence("file", path, $"first line #!{line.Interpreter}{(line.Argument is null ? "" : " " + line.Argument)}");
        entry = entry with { Linkage = Linkage.Script, Interpreter = line.Interpreter, Confidence = Confidence.High, Evidence = [.. entry.Evidence, evidence] };
        if (line.Interpreter.Length == 0)
        {
            return entry with { Problems = [FileProblems.UnknownFormat(path, "names no interpreter in its first line")] };
        }

        // The kernel takes a relative name from the working directory, like any other.
        var interpreter = ProgramSearch.Find(view, setting, line.Interpreter.Contains('/', StringComparison.Ordinal) ? line.Interpreter : "./" + line.Interpreter);
        if (line.HasCarriageReturn)
        {
            return entry with { Problems = [ScriptProblems.CarriageReturn(path, line)], Runtime = RuntimeOf(interpreter, entry) };
        }

        if (interpreter.IsPending)
        {
            return entry;
        }

        if (interpreter is { IsStartable: false, File.Error: null })
        {
            return entry with { Problems = [ScriptProblems.InterpreterMissing(path, line, interpreter)] };
        }

        if (line.NeedsSplit)
        {
            return entry with { Problems = [ScriptProblems.NeedsSplit(path, line)] };
        }

        if (line.FoundByEnv is not { } name)
        {
            return entry with { Runtime = RuntimeOf(interpreter, entry) };
        }

        var found = ProgramSearch.Find(view, setting, name);
        return found.IsPending ? entry
            : found.IsStartable ? entry with { Runtime = RuntimeOf(found, entry) }
            : entry with { Problems = [ScriptProblems.NotFoundByEnv(path, name, found)] };
    }

    /// <summary>What an entry script starts in the end: its own arguments, where it says <c>exec "$@"</c>; null if it is not that plain.</summary>
    public static IReadOnlyList<string>? Started(ReadOnlySpan<byte> content, IReadOnlyList<string> command) =>
        command.Count > 1 && !command[1].StartsWith('-') && ExecArguments().IsMatch(Encoding.UTF8.GetString(content)) ? [.. command.Skip(1)] : null;

    // By the name that it goes by: behind sh there may be busybox or dash, which would not say that it is a shell.
    private RuntimeFacts? RuntimeOf(ProgramPlace place, EntryPoint entry) =>
        place.Path is null ? null
        : (place.File?.Target is { } end ? Launchers.Recognise(view, setting, end.Path, entry.Command) : null)
            ?? Launchers.Recognise(view, setting, place.Path, entry.Command);

    [GeneratedRegex(@"^\s*exec\s+(?:\S+\s+)*""\$@""", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ExecArguments();
}
