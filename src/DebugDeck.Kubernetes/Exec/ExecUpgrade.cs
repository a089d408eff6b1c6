using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Connection;

namespace DebugDeck.Kubernetes.Exec;

/// <summary>
/// Opens an exec stream with an upgrade of our own over the connection that every call uses: proxy, TLS rules and identity are the same, and a
/// refusal keeps the server's sentence, which ClientWebSocket throws away (library-notes B.2).
/// </summary>
internal static class ExecUpgrade
{
    private const string Protocols = "v5.channel.k8s.io, v4.channel.k8s.io";

    // The fixed text that RFC 6455 appends to a key before it is hashed.
    private const string AcceptSuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    // Keeps proxies from closing a quiet shell. There is no limit on the answer: it would only be noticed while somebody reads.
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(20);

    /// <exception cref="DebugDeckException">The server's refusal, with a <see cref="KubeStatusException"/> inside; or it did not upgrade.</exception>
    public static async Task<ExecSocket> OpenAsync(KubeConnection connection, string path, CancellationToken cancellationToken)
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var response = await connection.SendAsync(() => Request(connection, path, key), cancellationToken);
        try
        {
            if (response.StatusCode != HttpStatusCode.SwitchingProtocols || Header(response, "Sec-WebSocket-Accept") != Accept(key))
            {
                throw new DebugDeckException(
                    ErrorKind.Failed, $"{connection.Context.Name} did not open a stream (HTTP {(int)response.StatusCode})", inner: new NoWebSocketException());
            }

            var protocol = Header(response, "Sec-WebSocket-Protocol");
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = false, SubProtocol = protocol, KeepAliveInterval = KeepAlive });
            return new ExecSocket(socket, protocol, response);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static HttpRequestMessage Request(KubeConnection connection, string path, string key)
    {
        // A server answers 406 to a client that insists on JSON here.
        var request = connection.Request(HttpMethod.Get, path, "*/*");
        request.Version = HttpVersion.Version11;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        request.Headers.Connection.Add("Upgrade");
        request.Headers.Upgrade.Add(new("websocket"));
        request.Headers.Add("Sec-WebSocket-Version", "13");
        request.Headers.Add("Sec-WebSocket-Key", key);
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Protocol", Protocols);
        return request;
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.First() : "";

    private static string Accept(string key)
    {
#pragma warning disable CA5350 // RFC 6455 asks for SHA-1; nothing secret depends on it.
        return Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + AcceptSuffix)));
#pragma warning restore CA5350
    }
}
