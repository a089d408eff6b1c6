using DebugDeck.Core.Errors;
using Docker.DotNet.Handler.Abstractions;

namespace DebugDeck.Docker.Connections;

/// <summary>Stands in where the configuration names no usable address: a host with a reason instead of an error of the program.</summary>
internal sealed class BrokenDialer(string problem) : IEndpointDialer
{
    public ValueTask<WriteClosableStream> DialAsync(CancellationToken cancellationToken) =>
        throw new DebugDeckException(ErrorKind.Unreachable, problem);
}
