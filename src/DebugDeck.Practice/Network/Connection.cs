using System.Net;
using System.Net.Sockets;
using DebugDeck.Practice.Commands;
using DebugDeck.Practice.Network.Dns;

namespace DebugDeck.Practice.Network;

/// <summary>Opens connections for programs in a container.</summary>
internal static class Connection
{
    /// <exception cref="NetworkException">The name or the connection fails.</exception>
    public static async Task<(Stream Stream, IPAddress Address)> OpenAsync(
        CommandContext context, string host, int port, TimeSpan? limit, CancellationToken cancellationToken)
    {
        var address = await new NameLookup(context).AddressAsync(host, cancellationToken);
        var network = context.Machine.Network;
        if (network.World is not { } world)
        {
            throw new NetworkException("Network is unreachable");
        }

        try
        {
            return (await world.ConnectAsync(network.Namespace, address, port, limit, cancellationToken), address);
        }
        catch (SocketException e)
        {
            throw new NetworkException(e.SocketErrorCode == SocketError.ConnectionRefused ? "Connection refused" : "Connection timed out");
        }
    }
}
