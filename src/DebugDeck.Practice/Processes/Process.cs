using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Processes;

/// <summary>One process of the practice world, seen by <c>ps</c> and <c>/proc</c>.</summary>
internal sealed class Process : IDisposable
{
    private readonly CancellationTokenSource _killed = new();

    public required Credentials Credentials { get; init; }

    /// <summary>What it shares with the other processes of its container.</summary>
    public required Machine Machine { get; init; }

    public required IReadOnlyList<string> CommandLine { get; set; }

    public IReadOnlyDictionary<string, string> Environment { get; set; } = new Dictionary<string, string>();

    public required FolderNode Root { get; set; }

    public required FolderNode WorkingDirectory { get; set; }

    public Process? Parent { get; init; }

    /// <summary>The path of the program it runs, and the program's node.</summary>
    public string ExecutablePath { get; set; } = "";

    public FileNode? Executable { get; set; }

    public IReadOnlyList<OpenFile> OpenFiles { get; set; } = [];

    public DateTimeOffset StartedAt { get; init; }

    public int Umask { get; set; } = 0b000_010_010;

    /// <summary>Set by programs that change their user without executing another program, as nginx workers do.</summary>
    public bool ForbidsDumping { get; set; }

    /// <summary>Called with the number of a signal; answers whether the process takes care of it.</summary>
    public Func<int, bool>? SignalHandler { get; set; }

    /// <summary>The signal that ended it.</summary>
    public int? KilledBy { get; private set; }

    /// <summary>Cancelled when a signal ends the process.</summary>
    public CancellationToken Killed => _killed.Token;

    public int Pid => Machine.Pids.PidOf(this) ?? 0;

    /// <summary>The name of <c>/proc/PID/comm</c>: 15 characters at most.</summary>
    public string CommandName
    {
        get
        {
            var name = CommandLine.Count == 0 ? "" : CommandLine[0][(CommandLine[0].LastIndexOf('/') + 1)..];
            return name.Length > 15 ? name[..15] : name;
        }
    }

    /// <summary>The kernel does not let others look into a process that runs a program its user may not read.</summary>
    public bool IsDumpable => !ForbidsDumping && (Executable is null || FilePermissions.Allow(Credentials, Executable, Access.Read));

    /// <summary>The terminal that it was started on; null without one.</summary>
    public Shell.Terminals.Terminal? Terminal { get; set; }

    /// <summary>A copy for a child; it is in no namespace yet.</summary>
    public Process Fork(Credentials? credentials = null) => new()
    {
        Credentials = credentials ?? Credentials,
        Machine = Machine,
        CommandLine = CommandLine,
        Environment = Environment,
        Root = Root,
        WorkingDirectory = WorkingDirectory,
        Parent = this,
        ExecutablePath = ExecutablePath,
        Executable = Executable,
        OpenFiles = OpenFiles,
        StartedAt = Machine.Clock.GetUtcNow(),
        Umask = Umask,
        Terminal = Terminal,
    };

    /// <summary>A copy for a subshell: it may change its directory, but has no number of its own.</summary>
    public Process Subshell()
    {
        var copy = Fork();
        copy.StandsFor = StandsFor ?? this;
        return copy;
    }

    /// <summary>The process whose number a subshell shows.</summary>
    public Process? StandsFor { get; private set; }

    /// <summary>Sends it a signal from within its process namespace.</summary>
    public void Signal(int signal)
    {
        // The first process of a namespace gets only the signals that it asked for, not even KILL, from the processes inside.
        if (signal == 0 || SignalHandler?.Invoke(signal) == true || (Pid == 1 && !Machine.Pids.IsHost) || Signals.IsIgnoredByDefault(signal))
        {
            return;
        }

        Kill(signal);
    }

    /// <summary>Ends it, as the node's runtime can: nobody is asked.</summary>
    public void Kill(int signal = Signals.Kill)
    {
        KilledBy ??= signal;
        _killed.Cancel();
    }

    public void Dispose() => _killed.Dispose();
}
