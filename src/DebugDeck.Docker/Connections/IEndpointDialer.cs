using Docker.DotNet.Handler.Abstractions;

namespace DebugDeck.Docker.Connections;

/// <summary>Opens byte streams to one engine.</summary>
internal interface IEndpointDialer
{
    /// <summary>A new stream to the engine; its write side can be closed alone.</summary>
    ValueTask<WriteClosableStream> DialAsync(CancellationToken cancellationToken);
}
