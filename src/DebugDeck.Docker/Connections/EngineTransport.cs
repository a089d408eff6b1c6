using Docker.DotNet.Handler.Abstractions;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Client;

namespace DebugDeck.Docker.Connections;

/// <summary>
/// Our way to carry the library's requests. Its own opens a connection for each request, cannot be cancelled while it connects or shakes hands,
/// and knows no ssh.
/// </summary>
internal sealed class EngineTransport : IDockerHandlerFactory<IEndpointDialer>
{
    // Dialers bring their own host; this one only fills the Host header.
    private static readonly Uri Effective = new("http://docker/");

    private EngineTransport()
    {
    }

    public static EngineTransport Instance { get; } = new();

    public ResolvedTransport CreateHandler(IEndpointDialer transportOptions, ResolvedClientOptions clientOptions, ILogger logger) =>
        new(new EngineHandler(transportOptions, logger), Effective);

    public ResolvedTransport CreateHandler(ResolvedClientOptions clientOptions, ILogger logger) =>
        throw new NotSupportedException("a dialer is needed");

    public Task<WriteClosableStream> HijackStreamAsync(HttpContent content) => content is HttpConnectionResponseContent connection
        ? Task.FromResult(connection.HijackStream())
        : throw new NotSupportedException("the engine did not hand the connection over");
}
