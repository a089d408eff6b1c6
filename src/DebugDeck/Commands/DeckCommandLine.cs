using DebugDeck.Core.Errors;

namespace DebugDeck.Commands;

/// <summary><c>debugdeck</c> without a command: the screens.</summary>
internal static class DeckCommandLine
{
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        RequireTerminal(context);
        throw new DebugDeckException(ErrorKind.Failed, "the screens are not part of this build", "`debugdeck list` shows the containers");
    }

    private static void RequireTerminal(CommandContext context)
    {
        if (context.Environment("TERM") == "dumb")
        {
            throw new DebugDeckException(ErrorKind.Usage, "this terminal (TERM=dumb) cannot show the screens", "`debugdeck list` prints the containers; `debugdeck --help` shows all commands");
        }

        if (!context.In.IsTerminal || !context.Out.IsTerminal)
        {
            throw new DebugDeckException(ErrorKind.Usage, "the screens need a terminal, and this is none", "`debugdeck list` prints the containers; `debugdeck --help` shows all commands");
        }
    }
}
