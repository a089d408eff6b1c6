using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Client;

namespace DebugDeck.Docker.Connections;

/// <summary>
/// Sends plain requests over connections that are kept and used again, which through ssh or TLS is most of their cost. Requests that take the
/// connection over (exec, attach) get one of their own from the library's handler, which alone can hand it out and close its write side.
/// </summary>
internal sealed class EngineHandler : HttpMessageHandler
{
    // Longer than a burst of questions, shorter than an idle ssh should stay.
    private static readonly TimeSpan KeepIdle = TimeSpan.FromSeconds(30);

    // A question that gives up leaves the attempt to connect behind; this ends it.
    private static readonly TimeSpan MostConnecting = TimeSpan.FromSeconds(30);

    private readonly HttpMessageInvoker _plain;
    private readonly HttpMessageInvoker _upgrading;

    public EngineHandler(IEndpointDialer dialer, ILogger logger)
    {
        _plain = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) => await dialer.DialAsync(cancellationToken),
            ConnectTimeout = MostConnecting,
            PooledConnectionIdleTimeout = KeepIdle,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            // The rest of a body nobody wants (a copy that was cancelled) is not worth reading to save a connection.
            MaxResponseDrainSize = 64 * 1024,
        });
        _upgrading = new HttpMessageInvoker(
            new ManagedHandler(async (_, _, cancellationToken) => await dialer.DialAsync(cancellationToken), logger) { UseProxy = false });
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        (request.Headers.Upgrade.Count > 0 ? _upgrading : _plain).SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _plain.Dispose();
            _upgrading.Dispose();
        }

        base.Dispose(disposing);
    }
}
