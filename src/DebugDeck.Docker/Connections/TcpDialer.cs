using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using DebugDeck.Core.Errors;
using DebugDeck.Docker.Endpoints;
using Docker.DotNet.Handler.Abstractions;

namespace DebugDeck.Docker.Connections;

/// <summary>Connects over the network, through TLS if the endpoint says so.</summary>
internal sealed class TcpDialer(string host, int port, EndpointTls? tls) : IEndpointDialer
{
    // A laptop that slept leaves connections half open; without these a watch would wait on one for hours.
    private const int KeepAliveSeconds = 15;

    public async ValueTask<WriteClosableStream> DialAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveSeconds);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveSeconds);
            await socket.ConnectAsync(host, port, cancellationToken);
            var plain = new NetworkStream(socket, ownsSocket: true);
            return new SocketStream(socket, tls is null ? plain : await SecureAsync(plain, tls, cancellationToken));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<SslStream> SecureAsync(NetworkStream plain, EndpointTls material, CancellationToken cancellationToken)
    {
        var secure = new SslStream(plain);
        try
        {
            await secure.AuthenticateAsClientAsync(TlsOptions.Read(material, host), cancellationToken);
            return secure;
        }
        catch (AuthenticationException error)
        {
            throw new DebugDeckException(
                ErrorKind.Unreachable,
                $"no TLS with {host}:{port}: {error.InnerException?.Message ?? error.Message}",
                "the engine's certificate must carry this host name and come from the ca.pem of DOCKER_CERT_PATH or of the context",
                error);
        }
    }
}
