using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using DebugDeck.Practice.Network.Scripted;

namespace DebugDeck.Practice.Network.Endpoints;

/// <summary>A server that really listens, on loopback: TLS with the certificates of its kind, and a small HTTP answer.</summary>
internal sealed class LoopbackEndpoint : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Task, bool> _connections = [];
    private readonly EndpointScript _script;
    private readonly SslStreamCertificateContext? _certificates;
    private Task _accepting = Task.CompletedTask;

    private LoopbackEndpoint(EndpointScript script, WorldAuthorities authorities)
    {
        _script = script;
        _certificates = ServerChain.Of(script, authorities);
    }

    public static LoopbackEndpoint Start(EndpointScript script, WorldAuthorities authorities)
    {
        var endpoint = new LoopbackEndpoint(script, authorities);
        endpoint._listener.Start();
        endpoint._accepting = endpoint.AcceptAsync();
        return endpoint;
    }

    public async Task<Stream> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(_listener.LocalEndpoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_connections.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
            var serving = ServeAsync(client);
            _connections[serving] = true;
            _ = serving.ContinueWith(done => _connections.TryRemove(done, out _), TaskScheduler.Default);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using Stream stream = _certificates is null ? client.GetStream() : new SslStream(client.GetStream());
                if (stream is SslStream secure)
                {
                    await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = _certificates }, _stopping.Token);
                }

                await AnswerAsync(stream);
            }
            catch (Exception e) when (e is IOException or AuthenticationException or OperationCanceledException or SocketException)
            {
                // A client that refuses the certificate or goes away is what these end points are for.
            }
        }
    }

    private async Task AnswerAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var request = await reader.ReadLineAsync(_stopping.Token);
        while (await reader.ReadLineAsync(_stopping.Token) is { Length: > 0 })
        {
        }

        if (request is null)
        {
            return;
        }

        var body = request.StartsWith("HEAD", StringComparison.Ordinal) ? "" : _script.Body;
        var answer = FormattableString.Invariant(
            $"HTTP/1.1 200 OK\r\nServer: practice\r\nContent-Type: text/plain\r\nContent-Length: {Encoding.UTF8.GetByteCount(_script.Body)}\r\nConnection: close\r\n\r\n{body}");
        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), _stopping.Token);
        await stream.FlushAsync(_stopping.Token);
    }
}
