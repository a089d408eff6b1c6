namespace DebugDeck.Practice.Commands;

/// <summary><c>ss</c> for TCP, in the columns of iproute2 6.1.</summary>
internal sealed class SsCommand : ICommand
{
    public IReadOnlyList<string> Names => ["ss"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "tulanpeixsHO46");
        await context.PrintLineAsync("State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess", cancellationToken);
        foreach (var socket in context.Machine.Network.Sockets.Entries.Where(socket => options.Has('a') || socket.IsListening == options.Has('l')))
        {
            var peer = socket.IsListening ? "0.0.0.0:*" : socket.Remote.ToString();
            await context.PrintLineAsync($"{(socket.IsListening ? "LISTEN" : "ESTAB"),-6} 0      {(socket.IsListening ? "128" : "0"),-6} {socket.Local,18} {peer,17}", cancellationToken);
        }

        return 0;
    }
}
