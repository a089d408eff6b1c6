using System.Threading.Channels;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;

namespace DebugDeck.Docker.Inventory;

/// <summary>Keeps an inventory live: follows the engine, and begins again whenever it is lost.</summary>
internal sealed class InventoryWatch(DockerConnection connection, ContainerReader reader, ChannelWriter<InventoryChange> changes)
{
    // An idle event stream and a dead one look the same. This is the only thing asked while nothing happens.
    private static readonly TimeSpan HeartBeat = TimeSpan.FromSeconds(30);

    // Long enough for any engine that answers at once, short enough not to be seen (EventStream.OpenAsync).
    private static readonly TimeSpan SubscribeGrace = TimeSpan.FromMilliseconds(250);

    private readonly EventStream _events = new(connection);
    private readonly Backoff _backoff = new(Random.Shared.NextDouble);
    private HostStatus _status = new(HostState.Connecting);

    /// <summary>Until cancelled; then it returns.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            Report(HostStatus.Connecting, always: true);
            while (true)
            {
                var reason = await FollowOnceAsync(cancellationToken);
                Report(new HostStatus(HostState.Unreachable, reason));
                await Task.Delay(_backoff.Next(), connection.Clock, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            changes.Complete();
        }
        catch (Exception bug)
        {
            // Not meant for the user: let the reader of the watch see it.
            changes.Complete(bug);
        }
    }

    /// <summary>From connecting to losing the engine; says why it was lost.</summary>
    private async Task<string> FollowOnceAsync(CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var opening = _events.OpenAsync(end.Token);
        try
        {
            var version = await connection.IdentifyAsync(end.Token);
            await Task.WhenAny(opening, Task.Delay(SubscribeGrace, connection.Clock, end.Token));
            var listed = await reader.ListAsync(end.Token);
            Report(new HostStatus(HostState.Ready, Version: version));
            _backoff.Reset();

            var known = new KnownTargets(change => changes.TryWrite(change));
            known.Begin(listed);
            return await KeepUpAsync(opening, known, end);
        }
        catch (DebugDeckException error)
        {
            return error.Message;
        }
        finally
        {
            await end.CancelAsync();
            await CloseAsync(opening);
        }
    }

    private async Task<string> KeepUpAsync(Task<Stream> opening, KnownTargets known, CancellationTokenSource end)
    {
        var dirty = new DirtyContainers();
        foreach (var id in known.Ids)
        {
            dirty.Add(id);
        }

        Task[] parts =
        [
            ReceiveAsync(opening, known, dirty, end.Token),
            BeatAsync(end.Token),
            .. Enumerable.Range(0, ContainerReader.AtOnce).Select(_ => RefreshAsync(known, dirty, end.Token)),
        ];
        var first = await Task.WhenAny(parts);
        await end.CancelAsync();
        await Task.WhenAll(parts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // Only the first one says why; the others ended because we told them to.
        await first;
        return $"{connection.Info.Name} closed the connection";
    }

    private async Task ReceiveAsync(Task<Stream> opening, KnownTargets known, DirtyContainers dirty, CancellationToken cancellationToken)
    {
        await foreach (var change in _events.ReadAsync(await opening, cancellationToken))
        {
            if (change.IsRemoval)
            {
                known.Update(change.ContainerId, null);
            }

            // A removed one as well: an inspection that is under way may still find it.
            dirty.Add(change.ContainerId);
        }
    }

    private async Task RefreshAsync(KnownTargets known, DirtyContainers dirty, CancellationToken cancellationToken)
    {
        while (true)
        {
            var id = await dirty.TakeAsync(cancellationToken);
            var before = known.Find(id);
            known.Update(id, before is null ? await reader.InspectAsync(id, cancellationToken) : await reader.InspectOrKeepAsync(before, cancellationToken));
            dirty.Done(id);
        }
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(HeartBeat, connection.Clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            await connection.AskAsync("ping", (engine, token) => engine.System.PingAsync(token), cancellationToken);
        }
    }

    // If it never opened, why has been said already, or we gave up on it ourselves.
    private static async Task CloseAsync(Task<Stream> opening)
    {
        await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (opening.IsCompletedSuccessfully)
        {
            await (await opening).DisposeAsync();
        }
    }

    private void Report(HostStatus status, bool always = false)
    {
        if (always || status != _status)
        {
            _status = status;
            changes.TryWrite(new InventoryChange.HostChanged(status));
        }
    }
}
