using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Watching;

/// <summary>
/// Lists pods in pages and then watches them for ever: bookmarks keep the place, 410 lists anew, a broken connection resumes where it was,
/// a lost server is tried again with growing pauses.
/// </summary>
/// <param name="connection">The cluster.</param>
/// <param name="ns">The namespace, or null for all.</param>
/// <param name="backOff">The pauses between tries.</param>
/// <param name="events">Takes what happens; a full channel slows the reading down.</param>
internal sealed class PodWatch(KubeConnection connection, string? ns, BackOff backOff, ChannelWriter<PodEvent> events)
{
    private string? _version;
    private bool _lost;

    private string Pods => PodPages.Path(ns);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                if (_version is null)
                {
                    await ListAsync(cancellationToken);
                }

                if (!await WatchAsync(cancellationToken))
                {
                    await backOff.WaitAsync(cancellationToken);
                }
            }
            catch (DebugDeckException error) when (error.InnerException is KubeStatusException { Code: HttpStatusCode.Gone })
            {
                await StartOverAsync(cancellationToken);
            }
            catch (Exception error) when (error is DebugDeckException or HttpRequestException or IOException or JsonException && !cancellationToken.IsCancellationRequested)
            {
                _lost = true;
                var why = error as DebugDeckException ?? new DebugDeckException(ErrorKind.Unreachable, $"the connection to {connection.Context.Name} broke: {error.Message}", inner: error);
                await events.WriteAsync(new PodEvent.Lost(why), cancellationToken);
                await backOff.WaitAsync(cancellationToken);
            }
        }
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        var isFirst = true;
        await foreach (var page in PodPages.ReadAsync(connection, ns, cancellationToken))
        {
            await AnsweredAsync(cancellationToken);
            if (isFirst)
            {
                isFirst = false;
                await events.WriteAsync(new PodEvent.Reset(), cancellationToken);
            }

            foreach (var pod in page.Items)
            {
                await events.WriteAsync(new PodEvent.Changed(pod), cancellationToken);
            }

            var isLast = page.Metadata.Continue is not { Length: > 0 };
            _version = isLast ? page.Metadata.ResourceVersion : null;
            await events.WriteAsync(isLast ? new PodEvent.Synced() : new PodEvent.PageEnd(), cancellationToken);
        }
    }

    /// <returns>Whether the watch brought anything: one that ends empty-handed at once must not be opened again in a hot loop.</returns>
    private async Task<bool> WatchAsync(CancellationToken cancellationToken)
    {
        var query = $"{Pods}?watch=1&allowWatchBookmarks=true&resourceVersion={_version}&timeoutSeconds=300";
        using var response = await connection.SendAsync(() => connection.Request(HttpMethod.Get, query), cancellationToken);
        await AnsweredAsync(cancellationToken);
        var lines = PipeReader.Create(await response.Content.ReadAsStreamAsync(cancellationToken));
        var fruitful = false;
        try
        {
            while (true)
            {
                var read = await lines.ReadAsync(cancellationToken);
                var rest = read.Buffer;
                while (NextLine(ref rest) is { IsEmpty: false } line)
                {
                    fruitful |= await TakeAsync(WatchLine.Parse(line), cancellationToken);
                    if (_version is null)
                    {
                        return fruitful;
                    }
                }

                lines.AdvanceTo(rest.Start, rest.End);
                if (read.IsCompleted)
                {
                    return fruitful;
                }
            }
        }
        finally
        {
            await lines.CompleteAsync();
        }
    }

    private async Task<bool> TakeAsync(WatchLine? line, CancellationToken cancellationToken)
    {
        switch (line)
        {
            case WatchLine.Changed(var pod):
                _version = pod.Metadata.ResourceVersion;
                await events.WriteAsync(new PodEvent.Changed(pod), cancellationToken);
                backOff.Succeeded();
                return true;
            case WatchLine.Deleted(var pod):
                _version = pod.Metadata.ResourceVersion;
                await events.WriteAsync(new PodEvent.Deleted(pod), cancellationToken);
                backOff.Succeeded();
                return true;
            case WatchLine.Bookmark(var version, _):
                _version = version;
                backOff.Succeeded();
                return true;
            case WatchLine.Failed { Code: (int)HttpStatusCode.Gone }:
                // The pause matters: a server that answers every watch with 410 would otherwise be listed without end.
                await StartOverAsync(cancellationToken);
                return true;
            case WatchLine.Failed(_, var message):
                throw new DebugDeckException(ErrorKind.Unreachable, $"{connection.Context.Name} ended the watch: {message}");
            default:
                return false;
        }
    }

    private Task StartOverAsync(CancellationToken cancellationToken)
    {
        _version = null;
        return backOff.WaitAsync(cancellationToken);
    }

    private async Task AnsweredAsync(CancellationToken cancellationToken)
    {
        if (_lost)
        {
            _lost = false;
            await events.WriteAsync(new PodEvent.Found(), cancellationToken);
        }
    }

    private static ReadOnlySequence<byte>? NextLine(ref ReadOnlySequence<byte> rest)
    {
        if (rest.PositionOf((byte)'\n') is not { } end)
        {
            return null;
        }

        var line = rest.Slice(0, end);
        rest = rest.Slice(rest.GetPosition(1, end));
        return line;
    }
}
