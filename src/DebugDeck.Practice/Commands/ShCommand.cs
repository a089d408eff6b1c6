using System.Text;
using DebugDeck.Practice.Files;
using DebugDeck.Practice.Processes;
using DebugDeck.Practice.Shell;
using DebugDeck.Practice.Shell.Execution;
using DebugDeck.Practice.Shell.Syntax;

namespace DebugDeck.Practice.Commands;

/// <summary>The shell: a script from <c>-c</c>, from a file, from its input, or from a person at a terminal.</summary>
internal sealed class ShCommand : ICommand
{
    public IReadOnlyList<string> Names => ["sh", "ash", "dash", "bash"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var arguments = new Queue<string>(context.Arguments);
        var letters = new HashSet<char>();
        while (arguments.TryPeek(out var option) && option.Length > 1 && option[0] is '-' or '+' && option != "--")
        {
            arguments.Dequeue();
            letters.UnionWith(option.StartsWith("--", StringComparison.Ordinal) ? "" : option[1..]);
        }

        _ = arguments.TryPeek(out var dashes) && dashes == "--" && arguments.TryDequeue(out _);
        var command = letters.Contains('c') ? arguments.TryDequeue(out var text) ? text : throw new UsageException("-c requires an argument", 2) : null;
        var file = command is null && !letters.Contains('s') && arguments.TryPeek(out var path) ? path : null;
        var name = arguments.TryDequeue(out var zero) ? zero : context.Name;
        var state = NewState(context, name, [.. arguments], letters);
        var shell = new Interpreter(state);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, context.Process.Killed);
        try
        {
            var status = command is not null ? await shell.RunAsync(ScriptParser.Parse(command), context.Streams, ended.Token)
                : file is not null ? await shell.RunAsync(ScriptParser.Parse(await ReadAsync(context, file, ended.Token)), context.Streams, ended.Token)
                : await new ShellLoop(context, shell).RunAsync(ended.Token);
            return await shell.EndAsync(status, context.Streams, ended.Token);
        }
        catch (ShellExitException exit)
        {
            return await shell.EndAsync(exit.Status, context.Streams, ended.Token);
        }
        catch (ShellErrorException e)
        {
            await shell.ReportAsync(e.Message, context.Streams, ended.Token);
            return await shell.EndAsync(e.ExitCode, context.Streams, ended.Token);
        }
        catch (ShellSyntaxException e)
        {
            await shell.ReportAsync(e.Message, context.Streams, ended.Token);
            return 2;
        }
        catch (Exception e) when (e is LoopControlException or ShellReturnException)
        {
            return e is ShellReturnException back ? back.Status : 0;
        }
    }

    private static ShellState NewState(CommandContext context, string name, IReadOnlyList<string> positional, HashSet<char> letters)
    {
        var variables = new VariableTable(context.Environment);
        variables.Set("PWD", context.Process.WorkingDirectory.FullName());
        if (variables["PATH"] is null)
        {
            variables.Set("PATH", ProgramPath.Default);
        }

        var state = new ShellState
        {
            Process = context.Process,
            Name = name,
            Variables = variables,
            Positional = positional,
            ShellPid = context.Process.Pid,
            Options = [.. letters.Intersect("eufx")],
        };
        context.Process.SignalHandler = state.Traps.Deliver;
        return state;
    }

    private static async Task<string> ReadAsync(CommandContext context, string path, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = new StreamReader(context.Files.OpenRead(path), Encoding.UTF8);
            return await reader.ReadToEndAsync(cancellationToken);
        }
        catch (FileException e)
        {
            throw new ShellErrorException($"can't open '{path}': {e.Message}", 2);
        }
    }
}
