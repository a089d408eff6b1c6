using DebugDeck.Practice.Commands;
using DebugDeck.Practice.Files;
using DebugDeck.Practice.Network;
using DebugDeck.Practice.Processes;
using DebugDeck.Practice.Shell.Execution;
using DebugDeck.Practice.Shell.Terminals;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>Starts the first process of a container: a program of the world lives by its script, any other really runs.</summary>
internal sealed class RunStarter(TimeProvider clock)
{
    private const int OutOfMemoryStatus = 128 + Signals.Kill;

    /// <exception cref="ProgramMissingException">The program is not in the image.</exception>
    public ContainerRun Start(ContainerSlot slot, Process process, LifeScript script, string id, Func<Task, Task> own)
    {
        var start = new ProgramStart(
            process.CommandLine, process.Environment, new StreamTable(Stream.Null, Stream.Null, Stream.Null), process.Environment.GetValueOrDefault("PATH"));
        var command = ProgramLauncher.Load(process, start);
        var isScripted = command is ApplicationCommand;
        var startedAt = clock.GetUtcNow();
        process.ForbidsDumping = script.ForbidsDumping;
        process.OpenFiles = Descriptors(process, isScripted ? script.OpenFiles : []);
        process.Machine.Pids.Add(process);
        Listen(slot, process);
        var run = new ContainerRun(id, process.Machine, process, new ContainerLog(isScripted ? script : LifeScript.Quiet, startedAt, clock), startedAt);
        _ = own(isScripted ? LiveAsync(run, script) : RunAsync(run, slot, command, start));
        return run;
    }

    private async Task LiveAsync(ContainerRun run, LifeScript script)
    {
        // Programs that serve end tidily on TERM, as most do.
        run.Process.SignalHandler = signal =>
        {
            var ends = signal is Signals.Terminate or Signals.Interrupt;
            if (ends)
            {
                run.Process.Kill(signal);
            }

            return ends;
        };
        try
        {
            await Task.Delay(script.ExitAfter ?? Timeout.InfiniteTimeSpan, clock, run.Process.Killed);
            run.End(script.OutOfMemory
                ? new ContainerEnd(OutOfMemoryStatus, "OOMKilled", clock.GetUtcNow())
                : End(script.ExitCode));
        }
        catch (OperationCanceledException)
        {
            run.End(End(run.Process.KilledBy == Signals.Kill ? OutOfMemoryStatus : 0));
        }
    }

    private async Task RunAsync(ContainerRun run, ContainerSlot slot, ICommand command, ProgramStart start)
    {
        var process = run.Process;
        var output = new LogStream(run.Log, (data, token) => run.Attach.BroadcastAsync(data, isError: false, token));
        var errors = new LogStream(run.Log, (data, token) => run.Attach.BroadcastAsync(data, isError: true, token));
        Stream input = (bool?)slot.Spec["stdin"] == true ? new ClientInput(run.Attach) : Stream.Null;
        var pump = Task.CompletedTask;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(process.Killed);
        StreamTable streams = new(input, output, errors);
        if ((bool?)slot.Spec["tty"] == true)
        {
            var log = new LogStream(run.Log, (_, _) => ValueTask.CompletedTask);
            run.Attach.LogTo((data, token) => log.WriteAsync(data, token));
            var terminal = new Terminal(run.Attach) { Interrupted = () => process.Signal(Signals.Interrupt) };
            process.Terminal = terminal;
            streams = new StreamTable(terminal.Input, terminal.Output, terminal.Output);
            pump = terminal.PumpAsync(ended.Token);
        }

        var status = OutOfMemoryStatus;
        try
        {
            status = await ProgramLauncher.RunCommandAsync(command, new CommandContext(process, start.CommandLine, streams), process.Killed);
        }
        catch (OperationCanceledException)
        {
            status = 128 + (process.KilledBy ?? Signals.Kill);
        }
        finally
        {
            output.Finish();
            errors.Finish();
            run.End(End(status));
            await ended.CancelAsync();
            await pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private ContainerEnd End(int status) => new(status, status == 0 ? "Completed" : "Error", clock.GetUtcNow());

    private static List<OpenFile> Descriptors(Process process, IReadOnlyList<string> paths)
    {
        var view = new FileView(process);
        var pipe = 41_000 + (process.GetHashCode() & 0xFFF);
        List<OpenFile> files = [new(0, "/dev/null", view.TryResolve("/dev/null")), new(1, $"pipe:[{pipe}]"), new(2, $"pipe:[{pipe + 1}]")];
        files.AddRange(paths.Select((path, i) => new OpenFile(3 + i, path, view.TryResolve(path))));
        return files;
    }

    private static void Listen(ContainerSlot slot, Process process)
    {
        foreach (var port in (slot.Spec["ports"] as System.Text.Json.Nodes.JsonArray ?? []).Select(port => (int?)port?["containerPort"]).OfType<int>())
        {
            var any = new System.Net.IPEndPoint(System.Net.IPAddress.Any, port);
            process.Machine.Network.Sockets.Add(new SocketEntry(any, new(System.Net.IPAddress.Any, 0), IsListening: true, process.Credentials.Uid, 52_000 + port));
        }
    }
}
