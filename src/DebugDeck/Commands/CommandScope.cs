using System.CommandLine;

namespace DebugDeck.Commands;

/// <summary>What the definition of a command needs to run it.</summary>
internal sealed class CommandScope(CommandContext context, GlobalFlags flags, AddressCandidates candidates)
{
    /// <summary>What a completion may offer for an address.</summary>
    public AddressCandidates Candidates => candidates;

    /// <summary>Lets <paramref name="command"/> read its options and run with them.</summary>
    public DeckCommand Run<TOptions>(
        DeckCommand command,
        Func<ParseResult, TOptions> read,
        Func<CommandContext, TOptions, CancellationToken, Task<int>> run)
    {
        command.SetAction((parsed, token) => run(For(parsed), read(parsed), token));
        return command;
    }

    public Hosting.ProgramPaths Paths => context.Paths;

    public CommandContext For(ParseResult parsed) => context with { Global = flags.Read(parsed) };
}
