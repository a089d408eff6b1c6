using DebugDeck.Practice.Admission;
using DebugDeck.Practice.Api.Reading;
using DebugDeck.Practice.Api.Writing;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Faults;
using DebugDeck.Practice.Logs;
using DebugDeck.Practice.Objects;
using DebugDeck.Practice.Rbac;
using DebugDeck.Practice.Scale;
using DebugDeck.Practice.Streams;
using DebugDeck.Practice.Worlds;
using Microsoft.AspNetCore.Builder;

namespace DebugDeck.Practice.Server;

/// <summary>
/// A running practice cluster: a Kubernetes API on loopback that real kubectl works against, with scripted containers behind it.
/// Several may run at once. Disposing it ends everything it has started and removes its kubeconfigs.
/// </summary>
public sealed class PracticeCluster : IAsyncDisposable
{
    private readonly PracticeOptions _options;
    private readonly IPracticeWorld _world;
    private readonly ObjectStore _store;
    private readonly Authenticator _authenticator;
    private readonly ServerCertificate _certificate;
    private readonly CancellationTokenSource _stopping = new();
    private readonly string _folder;
    private WebApplication? _host;
    private PodChanges? _changes;
    private bool _disposed;

    private PracticeCluster(PracticeOptions options, IPracticeWorld world)
    {
        _options = options;
        _world = world;
        _store = new ObjectStore(options.Time, options.WatchHistory);
        _authenticator = new Authenticator(world.Users);

        // The machine's own clock, whatever the cluster's says: it is the one that TLS clients look at.
        _certificate = ServerCertificate.Create(TimeProvider.System.GetUtcNow());
        _folder = Kubeconfigs.CreateFolder(options.KubeconfigParent);

        // Whoever owns the process may have to leave without disposing, and tokens are not left lying about.
        AppDomain.CurrentDomain.ProcessExit += RemoveFolder;
    }

    /// <summary>Where the API listens.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>The kubeconfig of each user by the user's name.</summary>
    public IReadOnlyDictionary<string, string> KubeconfigPaths { get; private set; } = new Dictionary<string, string>();

    /// <summary>The objects of the cluster, for tests that play a controller's part.</summary>
    public IClusterState State => _store;

    /// <summary>What goes wrong; nothing, until somebody asks for it.</summary>
    public FaultSwitch Faults { get; } = new();

    /// <summary>Starts a cluster with the world that the options name, or with the built-in one.</summary>
    public static Task<PracticeCluster> StartAsync(PracticeOptions options, CancellationToken cancellationToken)
    {
        var world = options.WorldFile is { } file ? World.Load(file) : World.LoadBuiltin();
        return StartAsync(options, world, cancellationToken);
    }

    /// <summary>Starts a cluster with a world in it; from then on the world is the cluster's to dispose.</summary>
    public static async Task<PracticeCluster> StartAsync(PracticeOptions options, IPracticeWorld world, CancellationToken cancellationToken)
    {
        var cluster = new PracticeCluster(options, world);
        try
        {
            await cluster.StartAsync(cancellationToken);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Forgets what has changed so far, as etcd's compaction does: whoever watched from before must list again.</summary>
    public void ForgetHistory() => _store.Compact();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        if (_changes is not null)
            await _changes.DisposeAsync();
        await _stopping.CancelAsync();
        if (_host is not null)
        {
            await _host.StopAsync();
            await _host.DisposeAsync();
        }

        await _world.DisposeAsync();
        _certificate.Dispose();
        _stopping.Dispose();
        AppDomain.CurrentDomain.ProcessExit -= RemoveFolder;
        RemoveFolder(this, EventArgs.Empty);
    }

    private void RemoveFolder(object? sender, EventArgs e) => Directory.Delete(_folder, recursive: true);

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        await _world.StartAsync(_store, _options.Time, cancellationToken);
        GeneratedPods.Fill(_store, _options.GeneratedPods, _options.Time.GetUtcNow());

        // What the cluster was like before anybody could watch it is not remembered.
        _store.Compact();
        _host = await KestrelHost.StartAsync(
            _options, _certificate, Faults, new ApiServer(_authenticator, Handlers(), _stopping.Token), cancellationToken);
        Endpoint = new Uri(_host.Urls.First());
        KubeconfigPaths = _authenticator.Tokens.ToDictionary(
            pair => pair.Key.Name, pair => Kubeconfigs.Write(_folder, Endpoint, _certificate.AuthorityPem, pair.Key, pair.Value));
        _changes = new PodChanges(_store, _options.GeneratedPods, _options.ChangesPerSecond, _options.Time);
    }

    private ApiHandlers Handlers()
    {
        var time = _options.Time;
        var runtime = _world.Runtime;
        var admission = new PodSecurityAdmission(_store);
        return new ApiHandlers(
            new GetHandler(_store, time),
            new ListHandler(_store, time),
            new WatchHandler(_store, time, _options.BookmarkInterval),
            new CreateHandler(_store, admission, runtime, time),
            new UpdateHandler(_store, admission, runtime, time),
            new DeleteHandler(_store, runtime, time),
            new LogHandler(_store, runtime, time),
            new StreamHandler(_store, runtime, _stopping.Token),
            new AccessReviews(time));
    }
}
