using DebugDeck.Core.Errors;
using DebugDeck.Core.Text;
using DebugDeck.Output;

namespace DebugDeck.Commands;

/// <summary>How an error is told: one line, a hint where there is one, a stack trace only when asked for (design.md 5).</summary>
internal static class Failure
{
    /// <summary>Prints <paramref name="error"/> and returns the exit code for it.</summary>
    public static int Report(Exception error, OutputPort output, bool isVerbose)
    {
        // A bug, or a fault nobody thought of: its own words, and the way to learn more.
        var known = error as DebugDeckException
            ?? new DebugDeckException(ErrorKind.Failed, FirstLine(error), isVerbose ? null : "--verbose shows the technical cause", error);
        output.Text.WriteLine($"{CommandPath.Program}: {VisibleText.Escape(known.Message)}");
        if (known.Hint is { } hint)
        {
            output.Text.WriteLine($"  hint: {VisibleText.Escape(hint)}");
        }

        if (isVerbose)
        {
            output.Text.WriteLine(error.ToString());
        }

        output.Flush();
        return ExitCode.Of(known.Kind);
    }

    private static string FirstLine(Exception error)
    {
        var line = error.Message.Split('\n')[0].Trim().TrimEnd('.');
        return error is IOException or UnauthorizedAccessException ? line : $"unexpected {error.GetType().Name}: {line}";
    }
}
