using System.Net;
using System.Text.Json;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Watching;

/// <summary>
/// Tells of all pods and then of every change, for ever: in pages, or as one stream where the server has watch-lists; bookmarks keep the place, 410
/// begins anew, a broken connection resumes where it was, a lost server is tried again with growing pauses.
/// </summary>
/// <param name="connection">The cluster.</param>
/// <param name="space">The namespace, or null for all.</param>
/// <param name="backOff">The pauses between tries.</param>
/// <param name="clock">The time between looks, where nothing but looking is allowed.</param>
/// <param name="tell">Takes what happens; while it waits, nothing is read.</param>
internal sealed class PodWatch(
    KubeConnection connection, string? space, BackOff backOff, TimeProvider clock, Func<PodEvent, CancellationToken, ValueTask> tell)
{
    // As many as a page of a list, so that what comes as a stream is told in the same portions.
    private const int PageSize = 500;

    // How often a user who may list but not watch is told what is new.
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(5);

    // No bookmark of a list in progress may be taken for a place to resume at, or a broken connection would leave out the rest.
    private string? _version;
    private int _told;
    private bool _lost;
    private bool _mayNotWatch;

    /// <summary>Ask for a watch-list first. A server that refuses it is asked for pages.</summary>
    public bool TryWatchList { get; set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                if ((_version is null && !TryWatchList) || _mayNotWatch)
                {
                    await ListAsync(cancellationToken);
                }

                if (_mayNotWatch)
                {
                    await Task.Delay(PollEvery, clock, cancellationToken);
                }
                else if (!await WatchAsync(cancellationToken))
                {
                    await backOff.WaitAsync(cancellationToken);
                }
            }
            catch (DebugDeckException error) when (error.InnerException is KubeStatusException { Code: HttpStatusCode.Gone })
            {
                await StartOverAsync(cancellationToken);
            }
            catch (DebugDeckException error) when (_version is null && TryWatchList && error.InnerException is KubeStatusException { Code: HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest })
            {
                TryWatchList = false;
            }
            catch (DebugDeckException error) when (!_mayNotWatch && (TryWatchList || _version is not null) && error.InnerException is KubeStatusException { Code: HttpStatusCode.Forbidden })
            {
                // To see pods at all, `list` is enough.
                _mayNotWatch = true;
                TryWatchList = false;
            }
            catch (Exception error) when (error is DebugDeckException or HttpRequestException or IOException or JsonException && !cancellationToken.IsCancellationRequested)
            {
                _lost = true;
                var why = error as DebugDeckException ?? new DebugDeckException(ErrorKind.Unreachable, $"the connection to {connection.Context.Name} broke: {error.Message}", inner: error);
                await tell(new PodEvent.Lost(why), cancellationToken);
                await backOff.WaitAsync(cancellationToken);
            }
        }
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        var isFirst = true;
        await foreach (var page in PodPages.ReadAsync(connection, space, cancellationToken))
        {
            await AnsweredAsync(cancellationToken);
            if (isFirst)
            {
                isFirst = false;
                await tell(new PodEvent.Reset(), cancellationToken);
            }

            foreach (var pod in page.Items)
            {
                await tell(new PodEvent.Changed(pod), cancellationToken);
            }

            var isLast = page.Metadata.Continue is not { Length: > 0 };
            _version = isLast ? page.Metadata.ResourceVersion : null;
            await tell(isLast ? new PodEvent.Synced() : new PodEvent.PageEnd(), cancellationToken);
        }
    }

    /// <returns>Whether the watch brought anything: one that ends empty-handed at once must not be opened again in a hot loop.</returns>
    private async Task<bool> WatchAsync(CancellationToken cancellationToken)
    {
        var from = _version is null ? "sendInitialEvents=true&resourceVersionMatch=NotOlderThan" : $"resourceVersion={_version}";
        var query = $"{PodPages.Path(space)}?watch=1&allowWatchBookmarks=true&{from}&timeoutSeconds=300";
        using var response = await connection.SendAsync(() => connection.Request(HttpMethod.Get, query), cancellationToken);
        await AnsweredAsync(cancellationToken);
        if (_version is null)
        {
            _told = 0;
            await tell(new PodEvent.Reset(), cancellationToken);
        }

        var fruitful = false;
        await foreach (var line in WatchLines.ReadAsync(await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken))
        {
            fruitful |= await TakeAsync(line, isStarting: _version is null, cancellationToken);
        }

        return fruitful;
    }

    private async Task<bool> TakeAsync(WatchLine line, bool isStarting, CancellationToken cancellationToken)
    {
        switch (line)
        {
            case WatchLine.Changed(var pod):
                await tell(new PodEvent.Changed(pod), cancellationToken);
                await PlaceAsync(pod.Metadata.ResourceVersion, isStarting, cancellationToken);
                return true;
            case WatchLine.Deleted(var pod):
                await tell(new PodEvent.Deleted(pod), cancellationToken);
                await PlaceAsync(pod.Metadata.ResourceVersion, isStarting, cancellationToken);
                return true;
            case WatchLine.Bookmark(var version, var isInitialEnd) when !isStarting || isInitialEnd:
                _version = version;
                backOff.Succeeded();
                if (isStarting)
                {
                    await tell(new PodEvent.Synced(), cancellationToken);
                }

                return true;
            case WatchLine.Failed { Code: (int)HttpStatusCode.Gone }:
                // The pause matters: a server that answers every watch with 410 would otherwise be listed without end.
                throw new DebugDeckException(ErrorKind.Unreachable, "the watch has expired", inner: new KubeStatusException(HttpStatusCode.Gone, null, "expired"));
            case WatchLine.Failed(_, var message):
                throw new DebugDeckException(ErrorKind.Unreachable, $"{connection.Context.Name} ended the watch: {message}");
            default:
                return false;
        }
    }

    private async Task PlaceAsync(string version, bool isStarting, CancellationToken cancellationToken)
    {
        if (!isStarting)
        {
            _version = version;
            backOff.Succeeded();
        }
        else if (++_told % PageSize == 0)
        {
            await tell(new PodEvent.PageEnd(), cancellationToken);
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
            await tell(new PodEvent.Found(), cancellationToken);
        }
    }
}
