using System.Net;
using System.Net.Sockets;

namespace DebugDeck.Kubernetes.Connection;

/// <summary>
/// Sockets that notice when nobody is at the other end any more: a laptop that slept, a VPN that fell away. Watches and shells are silent for minutes, and
/// without this a silent connection and a dead one look the same for ever.
/// </summary>
internal static class KeptAlive
{
    // Asked after a quarter of a minute of silence, given up half a minute later: a shell that hangs is not stared at for long.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);
    private const int MostUnanswered = 3;

    // <netinet/tcp.h>. While sent data is unacknowledged Linux asks nothing and retries for a quarter of an hour; this is its limit.
    private const int TcpLevel = 6;
    private const int TcpUserTimeout = 18;

    /// <summary>Connects; every address of the name is tried.</summary>
    /// <exception cref="SocketException">None of them answers.</exception>
    public static async ValueTask<Stream> ConnectAsync(DnsEndPoint server, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            Prepare(socket);
            await socket.ConnectAsync(server, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static void Prepare(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, (int)Silence.TotalSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, (int)Between.TotalSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, MostUnanswered);
        if (OperatingSystem.IsLinux())
        {
            var limit = (int)(Silence + (Between * MostUnanswered)).TotalMilliseconds;
            socket.SetRawSocketOption(TcpLevel, TcpUserTimeout, BitConverter.GetBytes(limit));
        }
    }
}
