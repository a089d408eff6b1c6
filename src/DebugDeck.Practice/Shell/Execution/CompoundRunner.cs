using DebugDeck.Practice.Shell.Expansion;
using DebugDeck.Practice.Shell.Syntax;

namespace DebugDeck.Practice.Shell.Execution;

/// <summary>Runs <c>if</c>, <c>while</c>, <c>until</c>, <c>for</c> and <c>case</c>.</summary>
internal sealed class CompoundRunner(Interpreter shell)
{
    public Task<int> RunAsync(Command command, StreamTable streams, CancellationToken cancellationToken) => command switch
    {
        IfCommand branch => IfAsync(branch, streams, cancellationToken),
        LoopCommand loop => LoopAsync(loop, streams, cancellationToken),
        ForCommand each => ForAsync(each, streams, cancellationToken),
        CaseCommand choice => CaseAsync(choice, streams, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private async Task<int> IfAsync(IfCommand command, StreamTable streams, CancellationToken cancellationToken)
    {
        foreach (var (condition, body) in command.Branches)
        {
            if (await shell.TestAsync(() => shell.RunAsync(condition, streams, cancellationToken)))
            {
                return await shell.RunAsync(body, streams, cancellationToken);
            }
        }

        return command.Else is { } otherwise ? await shell.RunAsync(otherwise, streams, cancellationToken) : 0;
    }

    private async Task<int> LoopAsync(LoopCommand loop, StreamTable streams, CancellationToken cancellationToken)
    {
        var status = 0;
        while (await shell.TestAsync(() => shell.RunAsync(loop.Condition, streams, cancellationToken)) != loop.Until)
        {
            // A loop whose commands never wait must still let its shell be ended.
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            (status, var goOn) = await TurnAsync(loop.Body, streams, cancellationToken);
            if (!goOn)
            {
                break;
            }
        }

        return status;
    }

    private async Task<int> ForAsync(ForCommand command, StreamTable streams, CancellationToken cancellationToken)
    {
        var values = command.Words is null
            ? shell.State.Positional
            : await shell.Expander.FieldsAsync(command.Words, cancellationToken);
        var status = 0;
        foreach (var value in values)
        {
            shell.State.Variables.Set(command.Name, value);
            (status, var goOn) = await TurnAsync(command.Body, streams, cancellationToken);
            if (!goOn)
            {
                break;
            }
        }

        return status;
    }

    /// <summary>One turn of a loop; whether the loop goes on after it.</summary>
    private async Task<(int Status, bool GoOn)> TurnAsync(Script body, StreamTable streams, CancellationToken cancellationToken)
    {
        shell.State.LoopDepth++;
        try
        {
            return (await shell.RunAsync(body, streams, cancellationToken), true);
        }
        catch (LoopControlException control)
        {
            return control.Levels > 1 && shell.State.LoopDepth > 1
                ? throw new LoopControlException(control.Levels - 1, control.IsBreak)
                : (0, !control.IsBreak);
        }
        finally
        {
            shell.State.LoopDepth--;
        }
    }

    private async Task<int> CaseAsync(CaseCommand command, StreamTable streams, CancellationToken cancellationToken)
    {
        var subject = await shell.Expander.TextAsync(command.Subject, cancellationToken);
        foreach (var (patterns, body) in command.Arms)
        {
            foreach (var pattern in patterns)
            {
                if (GlobPattern.IsMatch(await shell.Expander.PatternAsync(pattern, cancellationToken), subject))
                {
                    return await shell.RunAsync(body, streams, cancellationToken);
                }
            }
        }

        return 0;
    }
}
