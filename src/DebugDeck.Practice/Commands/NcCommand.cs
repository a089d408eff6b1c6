using System.Globalization;
using DebugDeck.Practice.Network;

namespace DebugDeck.Practice.Commands;

/// <summary><c>nc HOST PORT</c> of busybox 1.35: carries bytes both ways until the other side closes.</summary>
internal sealed class NcCommand : ICommand
{
    public IReadOnlyList<string> Names => ["nc"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "w:i:p:f:e:lvzn");
        if (options.Operands is not [var host, var service] || !int.TryParse(service, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            throw new UsageException("usage: nc [-iN] [-wN] [-l] [-p PORT] [-f FILE|IPADDR PORT] [-e PROG]");
        }

        var limit = options.Value('w') is { } seconds ? TimeSpan.FromSeconds(SizeText.Parse(seconds)) : (TimeSpan?)null;
        Stream connection;
        try
        {
            (connection, var address) = await Connection.OpenAsync(context, host, port, limit, cancellationToken);
            if (options.Has('v'))
            {
                await context.Errors.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"{host} ({address}:{port}) open\n"), cancellationToken);
            }
        }
        catch (NetworkException e)
        {
            return e.IsName
                ? await context.FailAsync($"bad address '{host}'", cancellationToken)
                : await context.FailAsync($"{host} ({host}:{port}): {e.Message}", cancellationToken);
        }

        await using (connection)
        {
            if (!options.Has('z'))
            {
                await CarryAsync(context, connection, cancellationToken);
            }
        }

        return 0;
    }

    private static async Task CarryAsync(CommandContext context, Stream connection, CancellationToken cancellationToken)
    {
        using var closed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = SendAsync(context.In, connection, closed.Token);
        await PumpAsync(connection, context.Out, cancellationToken);
        await closed.CancelAsync();
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task SendAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        await PumpAsync(from, to, cancellationToken);

        // The end of our input closes this half only: the answer may still be on its way.
        if (to is System.Net.Sockets.NetworkStream network)
        {
            network.Socket.Shutdown(System.Net.Sockets.SocketShutdown.Send);
        }
        else if (to is Network.Dns.DnsConnection dns)
        {
            await dns.FinishAsync();
        }
    }

    private static async Task PumpAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        var buffer = new byte[16384];
        int count;
        while ((count = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            await to.FlushAsync(cancellationToken);
        }
    }
}
