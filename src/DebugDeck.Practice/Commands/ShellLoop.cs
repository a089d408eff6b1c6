using System.Text;
using DebugDeck.Practice.Shell;
using DebugDeck.Practice.Shell.Builtins;
using DebugDeck.Practice.Shell.Execution;
using DebugDeck.Practice.Shell.Syntax;

namespace DebugDeck.Practice.Commands;

/// <summary>Reads commands line by line, from a person or from a pipe, and runs each as soon as it is whole.</summary>
internal sealed class ShellLoop(CommandContext context, Interpreter shell)
{
    private const int Interrupted = 130;
    private bool IsInteractive => context.Process.Terminal is not null;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        shell.State.IsInteractive = IsInteractive;
        var pending = new StringBuilder();
        while (true)
        {
            await PromptAsync(pending.Length > 0 ? "> " : Prompt(), cancellationToken);
            var (line, ended) = await ReadLineAsync(pending, cancellationToken);
            if (line is null)
            {
                continue;
            }

            pending.Append(line);
            if (ended && line.Length == 0 && pending.Length == 0)
            {
                await PromptAsync("\n", cancellationToken);
                return shell.State.LastStatus;
            }

            if (TryParse(pending.ToString(), ended, out var script, out var error))
            {
                pending.Clear();
                await RunLineAsync(script, error, cancellationToken);
            }
        }
    }

    private string Prompt() => $"{WorkingDirectory.Of(shell.State)} {(context.Process.Credentials.Uid == 0 ? '#' : '$')} ";

    private ValueTask PromptAsync(string text, CancellationToken cancellationToken) =>
        IsInteractive ? context.PrintAsync(text, cancellationToken) : ValueTask.CompletedTask;

    private static bool TryParse(string text, bool ended, out Script script, out ShellSyntaxException? error)
    {
        script = Script.Empty;
        error = null;
        try
        {
            script = ScriptParser.Parse(text);
            return true;
        }
        catch (ShellSyntaxException e)
        {
            error = e;
            return ended || !e.IsIncomplete;
        }
    }

    /// <summary>A line with its end; null if it was given up with Ctrl-C.</summary>
    private async Task<(string? Line, bool Ended)> ReadLineAsync(StringBuilder pending, CancellationToken cancellationToken)
    {
        using var interrupt = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, interrupt.Token);
        OnInterrupt(interrupt);
        var bytes = new List<byte>();
        var one = new byte[1];
        try
        {
            while (await context.In.ReadAsync(one, either.Token) > 0)
            {
                bytes.Add(one[0]);
                if (one[0] == '\n')
                {
                    return (Encoding.UTF8.GetString([.. bytes]), false);
                }
            }

            return (Encoding.UTF8.GetString([.. bytes]), true);
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            pending.Clear();
            shell.State.LastStatus = Interrupted;
            await PromptAsync("\n", cancellationToken);
            return (null, false);
        }
        finally
        {
            OnInterrupt(null);
        }
    }

    private async Task RunLineAsync(Script script, ShellSyntaxException? error, CancellationToken cancellationToken)
    {
        if (error is not null)
        {
            shell.State.LastStatus = 2;
            await shell.ReportAsync(error.Message, context.Streams, cancellationToken);
            if (!IsInteractive)
            {
                throw new ShellExitException(2);
            }

            return;
        }

        using var interrupt = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, interrupt.Token);
        OnInterrupt(interrupt);
        try
        {
            await shell.RunAsync(script, context.Streams, either.Token);
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            shell.State.LastStatus = Interrupted;
            await PromptAsync("\n", cancellationToken);
        }
        catch (ShellErrorException e) when (IsInteractive)
        {
            shell.State.LastStatus = e.ExitCode;
            await shell.ReportAsync(e.Message, context.Streams, cancellationToken);
        }
        finally
        {
            OnInterrupt(null);
        }
    }

    private void OnInterrupt(CancellationTokenSource? interrupt)
    {
        if (context.Process.Terminal is { } terminal)
        {
            terminal.Interrupted = interrupt is null ? () => { } : interrupt.Cancel;
        }
    }
}
