using DebugDeck.Core.Debugging;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Settings;
using DebugDeck.Practice.Server;

namespace DebugDeck.Kubernetes.Tests.Support;

/// <summary>
/// A cluster for one test and hosts on it for each of its users. It is a practice cluster, or the one that <c>DEBUGDECK_TEST_KUBECONFIG</c> names for
/// tests that ask for whichever there is.
/// </summary>
internal sealed class TestCluster : IAsyncDisposable
{
    private readonly string _cache = Directory.CreateTempSubdirectory("debugdeck-cluster-").FullName;
    private readonly List<IContainerHost> _hosts = [];
    private readonly PracticeCluster? _practice;
    private readonly string? _kubeConfig;

    private TestCluster(PracticeCluster? practice, string? kubeConfig)
    {
        _practice = practice;
        _kubeConfig = kubeConfig;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The kubeconfig of a real cluster to test against; null for the practice cluster.</summary>
    public static string? RealKubeConfig => Environment.GetEnvironmentVariable("DEBUGDECK_TEST_KUBECONFIG") is { Length: > 0 } file ? file : null;

    public bool IsReal => _practice is null;

    /// <summary>The practice cluster, for faults and for playing a controller's part.</summary>
    public PracticeCluster Practice => _practice ?? throw new InvalidOperationException("this is a real cluster");

    public static async Task<TestCluster> PracticeAsync(PracticeOptions? options = null) =>
        new(await PracticeCluster.StartAsync(options ?? new PracticeOptions(), Token), null);

    /// <summary>The real cluster if there is one, else a practice cluster.</summary>
    public static async Task<TestCluster> AnyAsync() => RealKubeConfig is { } file ? new TestCluster(null, file) : await PracticeAsync();

    /// <summary><c>--request-timeout</c> of the hosts that are opened from now on.</summary>
    public TimeSpan? RequestTimeout { get; set; }

    /// <summary>A user without any settings.</summary>
    public static KubernetesHostsOptions Options(string cache) => new()
    {
        Environment = _ => null,
        Home = "/nowhere",
        CacheDirectory = cache,
        Toolboxes = new ToolboxCatalog(UserSettings.Default),
        Clock = TimeProvider.System,
    };

    /// <summary>A host as a user sees it.</summary>
    /// <param name="user">The practice cluster's user; a real cluster has only the user of its kubeconfig.</param>
    /// <param name="scope">The namespaces; null for the context's.</param>
    /// <param name="favourites">The namespaces that the settings name.</param>
    public KubernetesHost Host(string user = "admin", NamespaceScope? scope = null, params IReadOnlyList<string> favourites)
    {
        if (IsReal && user != "admin")
        {
            Assert.Skip($"the real cluster's kubeconfig has no user '{user}'");
        }

        var options = Options(_cache) with { KubeConfig = _kubeConfig ?? Practice.KubeconfigPaths[user], Scope = scope, Favourites = favourites, RequestTimeout = RequestTimeout };
        var host = Assert.IsType<KubernetesHost>(Assert.Single(KubernetesHosts.Discover(options)));
        _hosts.Add(host);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        if (_practice is not null)
        {
            await _practice.DisposeAsync();
        }

        Directory.Delete(_cache, recursive: true);
    }
}
