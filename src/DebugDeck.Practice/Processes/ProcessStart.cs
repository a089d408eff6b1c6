using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Processes;

/// <summary>Starts processes: finds the program, checks that it may be run, and enters the process into its namespace.</summary>
internal static class ProcessStart
{
    public static Process Start(
        Machine machine, Credentials credentials, IReadOnlyList<string> commandLine, IReadOnlyDictionary<string, string> environment,
        string workingDirectory = "/", bool forbidsDumping = false)
    {
        var process = new Process
        {
            Machine = machine,
            Credentials = credentials,
            CommandLine = commandLine,
            Environment = environment,
            Root = machine.Root,
            WorkingDirectory = machine.Root,
            StartedAt = machine.Clock.GetUtcNow(),
            ForbidsDumping = forbidsDumping,
        };
        var view = new FileView(process);
        process.WorkingDirectory = view.TryResolve(workingDirectory) as FolderNode ?? machine.Root;
        process.ExecutablePath = Find(view, commandLine[0], environment.GetValueOrDefault("PATH", ProgramPath.Default)) ?? commandLine[0];
        process.Executable = view.TryResolve(process.ExecutablePath) as FileNode;
        process.OpenFiles = Standard(machine, process);
        machine.Pids.Add(process);
        return process;
    }

    /// <summary>The path of a program, searched in the directories of <c>PATH</c> unless its name has a slash; null if there is none.</summary>
    public static string? Find(FileView view, string name, string path)
    {
        if (name.Contains('/'))
        {
            return name;
        }

        return path.Split(':')
            .Select(folder => (folder.Length == 0 ? "." : folder.TrimEnd('/')) + "/" + name)
            .FirstOrDefault(candidate => view.TryResolve(candidate) is FileNode file && view.May(file, Access.Execute));
    }

    private static IReadOnlyList<OpenFile> Standard(Machine machine, Process process)
    {
        var pipe = 41_000 + (process.GetHashCode() & 0xFFF);
        return
        [
            new OpenFile(0, "/dev/null", (machine.Root.Find("dev") as FolderNode)?.Find("null")),
            new OpenFile(1, $"pipe:[{pipe}]"),
            new OpenFile(2, $"pipe:[{pipe + 1}]"),
        ];
    }
}
