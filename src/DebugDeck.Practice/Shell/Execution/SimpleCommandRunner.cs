using DebugDeck.Practice.Commands;
using DebugDeck.Practice.Shell.Builtins;
using DebugDeck.Practice.Shell.Syntax;

namespace DebugDeck.Practice.Shell.Execution;

/// <summary>Runs a simple command: a function, a builtin or a program.</summary>
internal sealed class SimpleCommandRunner(Interpreter shell)
{
    private ShellState State => shell.State;

    public async Task<int> RunAsync(SimpleCommand command, StreamTable streams, CancellationToken cancellationToken)
    {
        shell.SubstitutionStatus = null;
        var fields = await shell.Expander.FieldsAsync(command.Words, cancellationToken);
        var assignments = new List<(string Name, string Value)>();
        foreach (var (name, word) in command.Assignments)
        {
            assignments.Add((name, await shell.Expander.TextAsync(word, cancellationToken)));
            if (fields.Count == 0)
            {
                State.Variables.Set(name, assignments[^1].Value);
            }
        }

        await TraceAsync(assignments, fields, streams, cancellationToken);
        var redirected = await Redirector.ApplyAsync(shell, command.Redirections, streams, cancellationToken);
        if (redirected.Failure is { } failure)
        {
            await redirected.DisposeAsync();
            await shell.ReportAsync(failure, streams, cancellationToken);
            return 1;
        }

        if (fields is ["exec"] && State.PermanentStreams is not null)
        {
            // exec without a command keeps its redirections for the rest of the shell.
            State.PermanentStreams(redirected.Streams);
            return 0;
        }

        await using (redirected)
        {
            return fields.Count == 0
                ? shell.SubstitutionStatus ?? 0
                : await RunFieldsAsync(fields, assignments, redirected.Streams, cancellationToken);
        }
    }

    /// <summary>Runs a command of which everything is known; <c>command</c>, <c>eval</c> and <c>exec</c> come here too.</summary>
    public async Task<int> RunFieldsAsync(
        IReadOnlyList<string> fields, IReadOnlyList<(string Name, string Value)> assignments, StreamTable streams,
        CancellationToken cancellationToken, bool skipFunctions = false)
    {
        if (!skipFunctions && State.Functions.TryGetValue(fields[0], out var body))
        {
            return await WithAssignmentsAsync(assignments, () => CallAsync(body, fields, streams, cancellationToken));
        }

        if (BuiltinList.Find(fields[0]) is { } builtin)
        {
            var call = new BuiltinCall(shell, this, fields, streams);
            return await WithAssignmentsAsync(assignments, () => builtin.RunAsync(call, cancellationToken).AsTask());
        }

        var environment = State.Variables.Environment();
        foreach (var (name, value) in assignments)
        {
            environment[name] = value;
        }

        var start = new ProgramStart(fields, environment, streams, State.Variables["PATH"]) { InPlace = State.MayReplaceProcess };
        try
        {
            return await ProgramLauncher.RunAsync(State.Process, start, cancellationToken);
        }
        catch (ProgramMissingException e) when (e.IsNoProgram)
        {
            // What the kernel cannot execute, a shell takes for a script.
            return await ProgramLauncher.RunAsync(State.Process, start with { CommandLine = ["sh", .. fields] }, cancellationToken);
        }
        catch (ProgramMissingException e)
        {
            await shell.ReportAsync(e.Message, streams, cancellationToken);
            return e.ExitCode;
        }
    }

    private async Task<int> CallAsync(Command body, IReadOnlyList<string> fields, StreamTable streams, CancellationToken cancellationToken)
    {
        var before = State.Positional;
        State.Positional = [.. fields.Skip(1)];
        State.FunctionDepth++;
        try
        {
            return await shell.RunCommandAsync(body, streams, cancellationToken);
        }
        catch (ShellReturnException back)
        {
            return back.Status;
        }
        finally
        {
            State.Positional = before;
            State.FunctionDepth--;
        }
    }

    private async Task<int> WithAssignmentsAsync(IReadOnlyList<(string Name, string Value)> assignments, Func<Task<int>> run)
    {
        var before = assignments.Select(assignment => (assignment.Name, Value: State.Variables[assignment.Name])).ToList();
        foreach (var (name, value) in assignments)
        {
            State.Variables.Set(name, value);
        }

        try
        {
            return await run();
        }
        finally
        {
            foreach (var (name, value) in before)
            {
                if (value is null)
                {
                    State.Variables.Unset(name);
                }
                else
                {
                    State.Variables.Set(name, value);
                }
            }
        }
    }

    private async Task TraceAsync(
        List<(string Name, string Value)> assignments, IReadOnlyList<string> fields, StreamTable streams, CancellationToken cancellationToken)
    {
        if (State.Options.Contains('x'))
        {
            var words = assignments.Select(assignment => $"{assignment.Name}={assignment.Value}").Concat(fields);
            await streams.Errors.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"+ {string.Join(' ', words)}\n"), cancellationToken);
        }
    }
}
