using System.Globalization;
using DebugDeck.Practice.Api.Selectors;
using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Api.Reading;

/// <summary>Watches: what there is, if asked for, and then every change until the client leaves or its time is up.</summary>
internal sealed class WatchHandler(ObjectStore store, TimeProvider time, TimeSpan bookmarkInterval)
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(30);

    public async Task HandleAsync(ApiRequest request)
    {
        var stream = new WatchStream(request, Formats.Choose(request, time));
        var filter = ObjectFilter.From(request);
        var sendInitialEvents = request.Flag("sendInitialEvents");
        CheckOptions(request, sendInitialEvents);
        using var limit = new CancellationTokenSource(Timeout(request), time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, request.Aborted);
        try
        {
            var version = request.Number("resourceVersion") ?? 0;
            if (version == 0 || sendInitialEvents)
                version = await SendStateAsync(stream, filter, sendInitialEvents, end.Token);
            else
                await stream.FlushAsync(end.Token);
            await SendChangesAsync(stream, filter, version, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The client has gone or its time is up: a watch has no other end.
        }
    }

    private async Task<long> SendStateAsync(WatchStream stream, ObjectFilter filter, bool mark, CancellationToken cancellationToken)
    {
        var set = store.Current(stream.Kind.Plural);
        foreach (var value in set.In(filter.Namespace))
        {
            if (filter.Selects(value))
                await stream.SendAsync("ADDED", value, cancellationToken);
        }

        if (mark)
            await stream.SendBookmarkAsync(set.Version, initialEventsEnd: true, cancellationToken);
        await stream.FlushAsync(cancellationToken);
        return set.Version;
    }

    private async Task SendChangesAsync(WatchStream stream, ObjectFilter filter, long version, CancellationToken cancellationToken)
    {
        var nextBookmark = time.GetUtcNow() + bookmarkInterval;
        while (true)
        {
            var batch = store.ChangesAfter(stream.Kind.Plural, version);
            if (batch.Expired)
            {
                await stream.SendErrorAsync(ApiException.Expired($"too old resource version: {version} ({batch.UpTo})"), cancellationToken);
                return;
            }

            foreach (var change in batch.Changes)
            {
                if (TypeOf(change, filter) is { } type)
                    await stream.SendAsync(type, change.Current, cancellationToken);
            }

            version = Math.Max(version, batch.UpTo);
            await stream.FlushAsync(cancellationToken);
            if (time.GetUtcNow() >= nextBookmark)
            {
                await stream.SendBookmarkAsync(version, initialEventsEnd: false, cancellationToken);
                await stream.FlushAsync(cancellationToken);
                nextBookmark = time.GetUtcNow() + bookmarkInterval;
            }

            await WaitAsync(batch.More, nextBookmark, cancellationToken);
        }
    }

    /// <summary>Waits for the next change, or for the time of the next bookmark.</summary>
    private async Task WaitAsync(Task more, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var wait = until - time.GetUtcNow();
        if (wait <= TimeSpan.Zero)
            return;
        try
        {
            await more.WaitAsync(wait, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Nothing happened, and a bookmark is due.
        }
    }

    /// <summary>What a change means to a watch that sees only what its filter selects; null for nothing.</summary>
    private static string? TypeOf(Change change, ObjectFilter filter)
    {
        var before = change.Previous is { } previous && filter.SelectsAnywhere(previous);
        var after = change.Type != ChangeType.Deleted && filter.SelectsAnywhere(change.Current);
        return (before, after) switch
        {
            (false, true) => "ADDED",
            (true, true) => "MODIFIED",
            (true, false) => "DELETED",
            _ => null,
        };
    }

    private static void CheckOptions(ApiRequest request, bool sendInitialEvents)
    {
        if (sendInitialEvents && request.Query("resourceVersionMatch") != "NotOlderThan")
            throw InvalidOptions("resourceVersionMatch", "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
        if (sendInitialEvents && !request.Flag("allowWatchBookmarks"))
            throw InvalidOptions("allowWatchBookmarks", "sendInitialEvents requires setting allowWatchBookmarks to true");
    }

    private static ApiException InvalidOptions(string field, string why)
    {
        var options = new ResourceKind("meta.k8s.io", "v1", "listoptions", "ListOptions", false);
        return ApiException.Invalid(options, "", [FieldError.Forbidden(field, why)]);
    }

    private static TimeSpan Timeout(ApiRequest request)
    {
        return long.TryParse(request.Query("timeoutSeconds"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : DefaultTimeout;
    }
}
