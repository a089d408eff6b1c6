using DebugDeck.Practice.Processes;
using DebugDeck.Practice.Shell.Syntax;

namespace DebugDeck.Practice.Shell.Execution;

/// <summary>Starts background jobs.</summary>
internal sealed class JobStarter(Interpreter shell)
{
    public int Start(ListItem item, StreamTable streams)
    {
        var process = shell.State.Process.Fork();
        process.Machine.Pids.Add(process);
        var fork = shell.State.Fork(process);
        var script = new Script([item with { Background = false }]);
        fork.MayReplaceProcess = item is { Rest.Count: 0, First.Commands: [SimpleCommand] };
        process.SignalHandler = fork.Traps.Deliver;

        // A job outlives the command that started it, and the shell: only a signal or its own end ends it.
        var completion = Task.Run(() => RunJobAsync(script, fork, streams.With(0, Stream.Null)), CancellationToken.None);
        shell.State.LastJobPid = process.Pid;
        shell.State.Jobs.Add(new Job(process.Pid, completion, item.Source));
        return 0;
    }

    private async Task<int> RunJobAsync(Script script, ShellState fork, StreamTable streams)
    {
        var process = fork.Process;
        try
        {
            return await shell.RunForkedAsync(script, fork, streams, process.Killed);
        }
        catch (OperationCanceledException)
        {
            return 128 + (process.KilledBy ?? Signals.Kill);
        }
        finally
        {
            process.Machine.Pids.Remove(process);
        }
    }
}
