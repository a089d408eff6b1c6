namespace DebugDeck.Practice.Commands;

/// <summary><c>stty</c>, as far as asking for the size.</summary>
internal sealed class SttyCommand : ICommand
{
    public IReadOnlyList<string> Names => ["stty"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Process.Terminal is not { } terminal)
        {
            return await context.FailAsync("standard input: Not a tty", cancellationToken);
        }

        await context.PrintLineAsync(
            context.Arguments is ["size"]
                ? FormattableString.Invariant($"{terminal.Size.Height} {terminal.Size.Width}")
                : FormattableString.Invariant($"speed 38400 baud; rows {terminal.Size.Height}; columns {terminal.Size.Width}; line = 0;"),
            cancellationToken);
        return 0;
    }
}
