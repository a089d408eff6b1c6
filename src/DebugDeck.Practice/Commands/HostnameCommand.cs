namespace DebugDeck.Practice.Commands;

/// <summary><c>hostname</c>.</summary>
internal sealed class HostnameCommand : ICommand
{
    public IReadOnlyList<string> Names => ["hostname"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "sidfF:");
        var name = options.Has('i') ? context.Machine.Network.Address
            : options.Has('s') ? context.Machine.Hostname.Split('.')[0]
            : context.Machine.Hostname;
        await context.PrintLineAsync(name, cancellationToken);
        return 0;
    }
}
