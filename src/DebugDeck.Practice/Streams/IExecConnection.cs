using System.Text.Json.Nodes;
using DebugDeck.Practice.Containers;

namespace DebugDeck.Practice.Streams;

/// <summary>The server's end of a client's streams, over whatever carries them.</summary>
internal interface IExecConnection : IExecStreams, IDisposable
{
    StreamProtocol Protocol { get; }

    /// <summary>Takes what the client sends until it leaves; never throws.</summary>
    Task ReceiveAsync(CancellationToken cancellationToken);

    /// <summary>Makes sure, while <see cref="ReceiveAsync"/> runs, that the client is ready to take output.</summary>
    Task BeginAsync(CancellationToken cancellationToken);

    /// <summary>Tells how it ended and says farewell; never throws.</summary>
    Task FinishAsync(JsonObject status, CancellationToken cancellationToken);
}
