namespace DebugDeck.Practice.Commands;

/// <summary><c>netstat</c> for TCP, in the columns of busybox 1.35.</summary>
internal sealed class NetstatCommand : ICommand
{
    public IReadOnlyList<string> Names => ["netstat"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "ralntuwxpeW");
        var title = options.Has('l') ? "only servers" : options.Has('a') ? "servers and established" : "w/o servers";
        await context.PrintAsync(
            $"Active Internet connections ({title})\nProto Recv-Q Send-Q Local Address           Foreign Address         State       \n", cancellationToken);
        foreach (var socket in context.Machine.Network.Sockets.Entries.Where(socket => options.Has('a') || socket.IsListening == options.Has('l')))
        {
            var peer = socket.IsListening ? "0.0.0.0:*" : socket.Remote.ToString();
            await context.PrintLineAsync($"tcp        0      0 {socket.Local,-23} {peer,-23} {(socket.IsListening ? "LISTEN" : "ESTABLISHED"),-12}", cancellationToken);
        }

        return 0;
    }
}
