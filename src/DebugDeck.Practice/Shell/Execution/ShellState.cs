using System.Globalization;
using DebugDeck.Practice.Processes;
using DebugDeck.Practice.Shell.Syntax;

namespace DebugDeck.Practice.Shell.Execution;

/// <summary>All that a shell knows; a subshell works on a copy.</summary>
internal sealed class ShellState
{
    public required Process Process { get; init; }

    /// <summary><c>$0</c>, which also begins its messages.</summary>
    public required string Name { get; init; }

    public required VariableTable Variables { get; init; }

    public IReadOnlyList<string> Positional { get; set; } = [];

    public Dictionary<string, Command> Functions { get; init; } = [];

    public HashSet<char> Options { get; init; } = [];

    /// <summary><c>pipefail</c>, the one option without a letter.</summary>
    public bool PipeFail { get; set; }

    public TrapTable Traps { get; init; } = new();

    public JobTable Jobs { get; init; } = new();

    public int LastStatus { get; set; }

    public int? LastJobPid { get; set; }

    /// <summary>The number that <c>$$</c> shows: that of the first shell, in subshells too.</summary>
    public required int ShellPid { get; init; }

    /// <summary>A shell that talks to a person survives its errors.</summary>
    public bool IsInteractive { get; set; }

    /// <summary>How many <c>if</c>, <c>while</c> and <c>&amp;&amp;</c> wait for the result: <c>set -e</c> holds only outside of them.</summary>
    public int Conditions { get; set; }

    /// <summary>The one command of this shell may take over its process, as a background job does.</summary>
    public bool MayReplaceProcess { get; set; }

    /// <summary>Changes the streams of the rest of the shell; null where <c>exec</c> cannot do so.</summary>
    public Action<StreamTable>? PermanentStreams { get; set; }

    public int FunctionDepth { get; set; }

    public int LoopDepth { get; set; }

    /// <summary>The value of a parameter; null if it is not set.</summary>
    public string? Parameter(string name) => name switch
    {
        "?" => Text(LastStatus),
        "$" => Text(ShellPid),
        "!" => LastJobPid is { } pid ? Text(pid) : null,
        "#" => Text(Positional.Count),
        "@" or "*" => string.Join((Variables["IFS"] ?? " ") is { Length: > 0 } separators ? separators[..1] : "", Positional),
        "-" => string.Concat(Options.Order()),
        "0" => Name,
        _ when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) => Positional.ElementAtOrDefault(index - 1),
        _ => Variables[name],
    };

    /// <summary>A copy for a subshell; <paramref name="process"/> is given when it runs on its own.</summary>
    public ShellState Fork(Process? process = null) => new()
    {
        Process = process ?? Process.Subshell(),
        Name = Name,
        Variables = Variables.Clone(),
        Positional = Positional,
        Functions = new Dictionary<string, Command>(Functions),
        Options = [.. Options],
        PipeFail = PipeFail,
        LastStatus = LastStatus,
        LastJobPid = LastJobPid,
        ShellPid = ShellPid,
        Conditions = Conditions,
        FunctionDepth = FunctionDepth,
        LoopDepth = LoopDepth,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
