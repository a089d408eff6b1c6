using System.Text;
using DebugDeck.Practice.Shell.Expansion;
using DebugDeck.Practice.Shell.Syntax;

namespace DebugDeck.Practice.Shell.Execution;

/// <summary>Runs scripts.</summary>
internal sealed class Interpreter
{
    private readonly SimpleCommandRunner _simple;

    public Interpreter(ShellState state)
    {
        State = state;
        Expander = new WordExpander(state, SubstituteAsync);
        _simple = new SimpleCommandRunner(this);
    }

    public ShellState State { get; }

    public WordExpander Expander { get; }

    /// <summary>The status of the last command substitution of the current command; null if there was none.</summary>
    public int? SubstitutionStatus { get; set; }

    /// <summary>Where substitutions write their errors.</summary>
    private StreamTable Streams { get; set; } = new(Stream.Null, Stream.Null, Stream.Null);

    public async Task<int> RunAsync(Script script, StreamTable streams, CancellationToken cancellationToken)
    {
        var status = 0;
        foreach (var item in script.Items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Streams = streams;
            State.PermanentStreams = replaced => streams = replaced;
            status = item.Background ? new JobStarter(this).Start(item, streams) : await RunItemAsync(item, streams, cancellationToken);
            State.LastStatus = status;
            await RunTrapsAsync(streams, cancellationToken);
        }

        return status;
    }

    /// <summary>Runs a script in a copy of the shell; leaving the copy is not leaving this shell.</summary>
    public async Task<int> RunForkedAsync(Script script, ShellState fork, StreamTable streams, CancellationToken cancellationToken)
    {
        var shell = new Interpreter(fork);
        try
        {
            return await shell.EndAsync(await shell.RunAsync(script, streams, cancellationToken), streams, cancellationToken);
        }
        catch (ShellExitException exit)
        {
            return await shell.EndAsync(exit.Status, streams, cancellationToken);
        }
        catch (ShellErrorException e)
        {
            await ReportAsync(e.Message, streams, cancellationToken);
            return e.ExitCode;
        }
        catch (Exception e) when (e is LoopControlException or ShellReturnException)
        {
            return e is ShellReturnException back ? back.Status : 0;
        }
    }

    /// <summary>Runs the EXIT trap; the status that the shell ends with.</summary>
    public async Task<int> EndAsync(int status, StreamTable streams, CancellationToken cancellationToken)
    {
        if (State.Traps.ActionOf(0) is not { Length: > 0 } action)
        {
            return status;
        }

        State.Traps.Set(0, null);
        State.LastStatus = status;
        try
        {
            await RunAsync(ScriptParser.Parse(action), streams, cancellationToken);
            return status;
        }
        catch (ShellExitException exit)
        {
            return exit.Status;
        }
    }

    public Task ReportAsync(string message, StreamTable streams, CancellationToken cancellationToken) =>
        streams.Errors.WriteAsync(Encoding.UTF8.GetBytes($"{State.Name}: {message}\n"), cancellationToken).AsTask();

    /// <summary>Runs one command; compound commands get their redirections here.</summary>
    public async Task<int> RunCommandAsync(Command command, StreamTable streams, CancellationToken cancellationToken)
    {
        if (command is SimpleCommand simple)
        {
            return await _simple.RunAsync(simple, streams, cancellationToken);
        }

        await using var redirected = await Redirector.ApplyAsync(this, command.Redirections, streams, cancellationToken);
        if (redirected.Failure is { } failure)
        {
            await ReportAsync(failure, streams, cancellationToken);
            return 1;
        }

        return command switch
        {
            GroupCommand { Subshell: true } group => await RunForkedAsync(group.Body, State.Fork(), redirected.Streams, cancellationToken),
            GroupCommand group => await RunAsync(group.Body, redirected.Streams, cancellationToken),
            FunctionCommand function => Define(function),
            _ => await new CompoundRunner(this).RunAsync(command, redirected.Streams, cancellationToken),
        };
    }

    /// <summary>Runs something whose result is looked at: <c>set -e</c> does not hold in it.</summary>
    public async Task<bool> TestAsync(Func<Task<int>> run)
    {
        State.Conditions++;
        try
        {
            State.LastStatus = await run();
            return State.LastStatus == 0;
        }
        finally
        {
            State.Conditions--;
        }
    }

    private int Define(FunctionCommand function)
    {
        State.Functions[function.Name] = function.Body;
        return 0;
    }

    private async Task<int> RunItemAsync(ListItem item, StreamTable streams, CancellationToken cancellationToken)
    {
        var status = await RunPartAsync(item.First, item.Rest.Count > 0, streams, cancellationToken);
        for (var i = 0; i < item.Rest.Count; i++)
        {
            var (ifSucceeded, pipeline) = item.Rest[i];
            if (status == 0 == ifSucceeded)
            {
                State.LastStatus = status;
                status = await RunPartAsync(pipeline, i < item.Rest.Count - 1, streams, cancellationToken);
            }
        }

        return status;
    }

    private async Task<int> RunPartAsync(Pipeline pipeline, bool isTested, StreamTable streams, CancellationToken cancellationToken)
    {
        if (isTested || pipeline.Negated)
        {
            await TestAsync(() => RunPipelineAsync(pipeline, streams, cancellationToken));
            return pipeline.Negated ? (State.LastStatus == 0 ? 1 : 0) : State.LastStatus;
        }

        var status = await RunPipelineAsync(pipeline, streams, cancellationToken);
        return status != 0 && State.Options.Contains('e') && State.Conditions == 0 ? throw new ShellExitException(status) : status;
    }

    private async Task<int> RunPipelineAsync(Pipeline pipeline, StreamTable streams, CancellationToken cancellationToken)
    {
        if (pipeline.Commands.Count == 1)
        {
            return await RunCommandAsync(pipeline.Commands[0], streams, cancellationToken);
        }

        var stages = new List<Task<int>>();
        var input = streams.In;
        for (var i = 0; i < pipeline.Commands.Count; i++)
        {
            var isLast = i == pipeline.Commands.Count - 1;
            var pipe = isLast ? null : new PipeConnection();
            var stage = streams.With(0, input).With(1, pipe?.Writer ?? streams.Out);
            var (command, from, to) = (pipeline.Commands[i], i == 0 ? null : input, pipe?.Writer);
            stages.Add(Task.Run(() => RunStageAsync(command, stage, from, to, cancellationToken), CancellationToken.None));
            input = pipe?.Reader ?? input;
        }

        var results = await Task.WhenAll(stages);
        return State.PipeFail ? results.LastOrDefault(result => result != 0) : results[^1];
    }

    private async Task<int> RunStageAsync(Command command, StreamTable streams, Stream? from, Stream? to, CancellationToken cancellationToken)
    {
        try
        {
            var script = new Script([new ListItem(new Pipeline([command], Negated: false), [], Background: false, "")]);
            return await RunForkedAsync(script, State.Fork(), streams, cancellationToken);
        }
        finally
        {
            await (to?.DisposeAsync() ?? default);
            await (from?.DisposeAsync() ?? default);
        }
    }

    private async Task<string> SubstituteAsync(Script script, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        SubstitutionStatus = await RunForkedAsync(script, State.Fork(), Streams.With(1, output), cancellationToken);
        return Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length).TrimEnd('\n');
    }

    private async Task RunTrapsAsync(StreamTable streams, CancellationToken cancellationToken)
    {
        while (State.Traps.TryTake(out var signal))
        {
            var status = State.LastStatus;
            await RunAsync(ScriptParser.Parse(State.Traps.ActionOf(signal) ?? ""), streams, cancellationToken);
            State.LastStatus = status;
        }
    }
}
