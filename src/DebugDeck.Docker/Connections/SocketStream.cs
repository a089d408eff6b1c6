using System.Net.Sockets;

namespace DebugDeck.Docker.Connections;

/// <summary>A stream over a socket, directly or through TLS.</summary>
internal sealed class SocketStream(Socket socket, Stream stream) : HalfClosableStream(stream, stream)
{
    /// <remarks>Through TLS as well the engine takes the end of the TCP stream for the end of the input.</remarks>
    public override void CloseWrite() => socket.Shutdown(SocketShutdown.Send);
}
