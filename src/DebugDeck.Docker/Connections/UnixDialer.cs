using System.Net.Sockets;
using Docker.DotNet.Handler.Abstractions;

namespace DebugDeck.Docker.Connections;

/// <summary>Connects to a socket of this machine.</summary>
internal sealed class UnixDialer(string path) : IEndpointDialer
{
    public async ValueTask<WriteClosableStream> DialAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new SocketStream(socket, new NetworkStream(socket, ownsSocket: true));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
