using System.Runtime.CompilerServices;
using System.Threading.Channels;
using DebugDeck.Core.Hosts;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Shells;
using DebugDeck.Kubernetes.Watching;

namespace DebugDeck.Kubernetes.Inventory;

/// <summary>Watches the namespaces of one scope together, until somebody wants to see another one.</summary>
internal sealed class ScopeWatch : IAsyncDisposable
{
    // Long enough for a rollout's bursts to arrive as one piece, too short to be seen.
    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);
    private const int MostAtOnce = 4096;

    private readonly KubeConnection _connection;
    private readonly TimeProvider _clock;
    private readonly ServerVersion _version;
    private readonly Channel<(string Source, PodEvent Event)> _events = Channel.CreateBounded<(string, PodEvent)>(new BoundedChannelOptions(1024) { SingleReader = true });
    private readonly CancellationTokenSource _end;
    private readonly List<Task> _watches = [];
    private readonly KnownPods _pods;
    private readonly ScopeStatus _status;
    private HostStatus _told = HostStatus.Connecting;

    private ScopeWatch(KubeConnection connection, PodShells shells, ServerVersion version, string? remark, TimeProvider clock, CancellationToken cancellationToken)
    {
        _connection = connection;
        _clock = clock;
        _version = version;
        _pods = new KnownPods(connection.Context.Name, shells);
        _status = new ScopeStatus(version.Text, remark);
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <summary>All namespaces were asked for, and the server does not let the user see them.</summary>
    public bool IsRefused { get; private set; }

    public static ScopeWatch Start(
        KubeConnection connection, PodShells shells, ServerVersion version, NamespaceScope scope, string? remark, TimeProvider clock, CancellationToken cancellationToken)
    {
        var watch = new ScopeWatch(connection, shells, version, remark, clock, cancellationToken);
        foreach (var source in scope.IsAll ? [""] : scope.Names)
        {
            watch._watches.Add(watch.FollowAsync(source));
        }

        return watch;
    }

    /// <summary>What changes, until <paramref name="isEnough"/> ends or the scope turns out to be refused.</summary>
    public async IAsyncEnumerable<InventoryChange> ReadAsync(Task isEnough, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!isEnough.IsCompleted)
        {
            var next = _events.Reader.WaitToReadAsync(_end.Token).AsTask();
            if (await Task.WhenAny(next, isEnough) == isEnough || !await next)
            {
                yield break;
            }

            if (!await DrainAsync(cancellationToken) && !IsRefused)
            {
                await Task.Delay(Burst, _clock, cancellationToken);
                await DrainAsync(cancellationToken);
            }

            if (IsRefused)
            {
                yield break;
            }

            if (_status.Now() is var now && now != _told)
            {
                _told = now;
                yield return new InventoryChange.HostChanged(now);
            }

            if (_pods.HasNews && now.State == HostState.Ready)
            {
                yield return _pods.Take();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_watches).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task FollowAsync(string source)
    {
        var backOff = new BackOff(FirstPause, LongestPause, _clock, Random.Shared);
        var watch = new PodWatch(_connection, source.Length == 0 ? null : source, backOff, _clock, (told, token) => _events.Writer.WriteAsync((source, told), token))
        {
            TryWatchList = _version.HasWatchList,
        };
        try
        {
            await watch.RunAsync(_end.Token);
        }
        catch (Exception bug) when (!_end.IsCancellationRequested)
        {
            // Not meant for the user: let the reader of the watch see it.
            _events.Writer.TryComplete(bug);
        }
    }

    // Takes what has arrived; returns whether it should be told at once.
    private async ValueTask<bool> DrainAsync(CancellationToken cancellationToken)
    {
        var isUrgent = false;
        for (var taken = 0; taken < MostAtOnce && _events.Reader.TryRead(out var one); taken++)
        {
            isUrgent |= await ApplyAsync(one.Source, one.Event, cancellationToken);
        }

        return isUrgent;
    }

    private async ValueTask<bool> ApplyAsync(string source, PodEvent told, CancellationToken cancellationToken)
    {
        switch (told)
        {
            case PodEvent.Reset:
                _pods.Begin(source);
                return false;
            case PodEvent.Changed(var pod):
                await _pods.PutAsync(source, pod, cancellationToken);
                return false;
            case PodEvent.Deleted(var pod):
                _pods.Delete(pod);
                return false;
            case PodEvent.PageEnd:
                _status.Answered(source);
                return true;
            case PodEvent.Synced:
                _status.Answered(source);
                _pods.End(source);
                return true;
            case PodEvent.Lost(var why):
                IsRefused |= source.Length == 0 && KubeRefusal.Is(why);
                _status.Failed(source, why);
                return true;
            default:
                _status.Answered(source);
                return true;
        }
    }
}
