using System.Globalization;
using System.Runtime.CompilerServices;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Inventory;

/// <summary>The engine's container events as they happen.</summary>
internal sealed class EventStream(DockerConnection connection)
{
    // The engine answers an instant before it subscribes; what happens in between is in its buffer of past events.
    private static readonly TimeSpan LookBack = TimeSpan.FromSeconds(2);

    /// <summary>Opens the stream. Podman before 5.3 answers with the first event only, so this may take for ever.</summary>
    public async Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        var since = (connection.Clock.GetUtcNow() - LookBack).ToUnixTimeMilliseconds() / 1000.0;
        var parameters = new ContainerEventsParameters
        {
            Since = since.ToString("F3", CultureInfo.InvariantCulture),
            Filters = new Dictionary<string, IDictionary<string, bool>> { ["type"] = new Dictionary<string, bool> { ["container"] = true } },
        };
        try
        {
            // The other overload never says when the engine has begun to listen, and reports through the thread pool in any order.
#pragma warning disable CS0618
            return await connection.Client.System.MonitorEventsAsync(parameters, cancellationToken);
#pragma warning restore CS0618
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            throw DockerErrors.Translate(error, connection.Info, "events");
        }
    }

    /// <summary>Reads events until the engine ends the stream.</summary>
    public async IAsyncEnumerable<ContainerEvent> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream);
        while (await LineAsync(reader, cancellationToken) is { } line)
        {
            if (EventMessages.Parse(line) is { } change)
            {
                yield return change;
            }
        }
    }

    private async Task<string?> LineAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            throw DockerErrors.Translate(error, connection.Info, "events");
        }
    }
}
