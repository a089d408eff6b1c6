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
using Microsoft.AspNetCore.Builder;

namespace DebugDeck.Practice.Server;

/// <summary>
/// A running practice cluster: a Kubernetes API on loopback that real kubectl works against, with scripted containers behind it.
/// Several may run at once. Disposing it ends everything it has started and removes its kubeconfigs.
/// </summary>
public sealed class PracticeCluster : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly IPracticeWorld _world;
    private readonly ServerCertificate _certificate;
    private readonly CancellationTokenSource _stopping;
    private readonly string _folder;

    private readonly ObjectStore _store;
    private readonly PodChanges _changes;

    private PracticeCluster(WebApplication host, IPracticeWorld world, ObjectStore store, PodChanges changes, ServerCertificate certificate, CancellationTokenSource stopping, string folder)
    {
        _host = host;
        _world = world;
        _store = store;
        _changes = changes;
        _certificate = certificate;
        _stopping = stopping;
        _folder = folder;
        Endpoint = new Uri(host.Urls.First());
    }

    /// <summary>Where the API listens.</summary>
    public Uri Endpoint { get; }

    /// <summary>The kubeconfig of each user by the user's name.</summary>
    public IReadOnlyDictionary<string, string> KubeconfigPaths { get; private init; } = new Dictionary<string, string>();

    /// <summary>The objects of the cluster, for tests that play a controller's part.</summary>
    public IClusterState State => _store;

    /// <summary>What goes wrong; nothing, until somebody asks for it.</summary>
    public FaultSwitch Faults { get; private init; } = new();

    /// <summary>Starts a cluster with the world that <paramref name="world"/> describes.</summary>
    public static async Task<PracticeCluster> StartAsync(PracticeOptions options, IPracticeWorld world, CancellationToken cancellationToken)
    {
        var store = new ObjectStore(options.Time, options.WatchHistory);
        await world.StartAsync(store, options.Time, cancellationToken);
        GeneratedPods.Fill(store, options.GeneratedPods, options.Time.GetUtcNow());

        // What a cluster was like before it could be watched is not remembered.
        store.Compact();

        // The machine's own clock, whatever the cluster's says: it is the one that TLS clients look at.
        var certificate = ServerCertificate.Create(TimeProvider.System.GetUtcNow());
        var stopping = new CancellationTokenSource();
        var authenticator = new Authenticator(world.Users);
        var server = new ApiServer(authenticator, Handlers(options, store, world.Runtime, stopping.Token), stopping.Token);
        var faults = new FaultSwitch();
        var host = await KestrelHost.StartAsync(options, certificate, faults, server, cancellationToken);
        var folder = Kubeconfigs.CreateFolder(options.KubeconfigParent);
        var endpoint = new Uri(host.Urls.First());
        var changes = new PodChanges(store, options.GeneratedPods, options.ChangesPerSecond, options.Time);
        return new PracticeCluster(host, world, store, changes, certificate, stopping, folder)
        {
            Faults = faults,
            KubeconfigPaths = authenticator.Tokens.ToDictionary(
                pair => pair.Key.Name, pair => Kubeconfigs.Write(folder, endpoint, certificate.AuthorityPem, pair.Key, pair.Value)),
        };
    }

    /// <summary>Forgets what has changed so far, as etcd's compaction does: whoever watched from before must list again.</summary>
    public void ForgetHistory() => _store.Compact();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _changes.DisposeAsync();
        await _stopping.CancelAsync();
        await _host.StopAsync();
        await _host.DisposeAsync();
        await _world.DisposeAsync();
        _certificate.Dispose();
        _stopping.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static ApiHandlers Handlers(PracticeOptions options, ObjectStore store, IContainerRuntime runtime, CancellationToken stopping)
    {
        var admission = new PodSecurityAdmission(store);
        return new ApiHandlers(
            new GetHandler(store, options.Time),
            new ListHandler(store, options.Time),
            new WatchHandler(store, options.Time, options.BookmarkInterval),
            new CreateHandler(store, admission, runtime, options.Time),
            new UpdateHandler(store, admission, runtime, options.Time),
            new DeleteHandler(store, runtime, options.Time),
            new LogHandler(store, runtime, options.Time),
            new StreamHandler(store, runtime, stopping),
            new AccessReviews(options.Time));
    }
}
