using System.CommandLine;
using System.CommandLine.Invocation;

namespace DebugDeck.Commands;

/// <summary>What <c>--help</c> does.</summary>
internal sealed class HelpPrinter(CommandScope scope) : SynchronousCommandLineAction
{
    // `debugdeck plan --help` must not complain about the missing address.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var context = scope.For(parseResult);
        context.Out.Text.Write(HelpPage.Render(parseResult.CommandResult.Command, context.Palette, context.Out.Columns));
        return ExitCode.Done;
    }
}
