using DebugDeck.Core.Anatomy.Programs.Elf;
using DebugDeck.Core.Anatomy.Programs.Problems;
using DebugDeck.Core.Anatomy.Programs.Runtimes;
using DebugDeck.Core.Anatomy.Programs.Scripts;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Programs;

/// <summary>Reads the program that a container starts, whatever kind it is, and what that one starts in turn.</summary>
/// <param name="image">The C library that was found in the image.</param>
internal sealed class ProgramReader(CaptureView view, ContainerSetting setting, Libc image)
{
    private const int MostLaunches = 4;

    public EntryPoint Read() => setting.Command is [{ Length: > 0 }, ..]
        ? Read(setting.Command, 0)
        : EntryPoint.Unknown with { Evidence = [new Evidence("image config", "Entrypoint, Cmd", "neither is set")] };

    private EntryPoint Read(IReadOnlyList<string> command, int depth)
    {
        var place = ProgramSearch.Find(view, setting, command[0]);
        var entry = new EntryPoint { Command = command };
        if (place.File is { Entry: { } found } && place.Path is { } path)
        {
            entry = entry with { Path = path, RealPath = place.File.Target?.Path ?? found.LinkTarget, Evidence = [new Evidence("file", path, place.File.Target is { } end && end.Path != path ? $"leads to {end.Path}" : "is there")] };
        }

        if (FileProblems.Judge(place) is { } problem)
        {
            return entry with { Problems = [problem], Confidence = Confidence.High, Evidence = entry.Evidence.Count > 0 ? entry.Evidence : problem.Evidence };
        }

        if (place.IsPending || place.File?.Content is not { } content || entry.Path is null)
        {
            var why = place.File?.Error;
            return why is null ? entry : entry with { Evidence = [new Evidence("file", place.Path, why)] };
        }

        if (ElfHeader.IsElf(content.Span))
        {
            entry = new ElfProgramReader(view, setting, image).Read(entry);
        }
        else if (FirstLine.Parse(content.Span) is { } line)
        {
            entry = new ScriptReader(view, setting).Read(entry, line);
        }
        else
        {
            return entry with { Problems = [FileProblems.UnknownFormat(entry.Path, ForeignFormat.Describe(content.Span))], Confidence = Confidence.High };
        }

        return depth < MostLaunches ? WithLaunched(entry, content, depth) : entry;
    }

    private EntryPoint WithLaunched(EntryPoint entry, ReadOnlyMemory<byte> content, int depth)
    {
        var command = entry.Command;
        var started = Wrappers.Started(command)
            ?? (entry.Runtime?.Id != RuntimeIds.Shell ? null
                : entry.Linkage == Linkage.Script ? ScriptReader.Started(content.Span, command)
                : Wrappers.StartedByShell(command));
        if (started is null)
        {
            return entry;
        }

        var launched = Read(started, depth + 1);
        return entry with { Launches = launched, Runtime = launched.Runtime ?? entry.Runtime, Problems = [.. entry.Problems, .. launched.Problems] };
    }
}
