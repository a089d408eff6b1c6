using System.CommandLine;

namespace DebugDeck.Commands;

/// <summary>Runs one command line from its words to its exit code.</summary>
internal static class CommandLine
{
    private static readonly InvocationConfiguration Invocation = new()
    {
        // Errors are worded here, and signals are the program's own business (Program.cs).
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CommandContext context, CancellationToken cancellationToken)
    {
        // Read before parsing, for the errors of parsing itself.
        var isVerbose = arguments.TakeWhile(argument => argument != "--").Contains("--verbose");
        try
        {
            if (Suggestions.ReadQuestion(arguments) is { } line)
            {
                return await Suggestions.RunAsync(line, context, cancellationToken);
            }

            var parsed = CommandTree.Create(context).Parse(arguments);
            if (parsed.Errors.Count > 0 && parsed.Action is not { ClearsParseErrors: true })
            {
                throw UsageError.Of(parsed);
            }

            var code = await parsed.InvokeAsync(Invocation, cancellationToken);
            context.Out.Flush();
            return code;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            TryFlush(context);
            return ExitCode.Interrupted;
        }
        catch (IOException error) when (BrokenPipe.Is(error))
        {
            return ExitCode.ReaderGone;
        }
        catch (Exception error)
        {
            TryFlush(context);
            return Failure.Report(error, context.Error, isVerbose);
        }
    }

    // What was printed before it went wrong is still wanted; that nobody reads it any more is no second error.
    private static void TryFlush(CommandContext context)
    {
        try
        {
            context.Out.Flush();
        }
        catch (IOException)
        {
            // The reader is gone; the exit code already says what matters.
        }
    }
}
