using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Server;

namespace DebugDeck.Practice.Tests.Support;

/// <summary>A cluster for one test, with a client for each user.</summary>
internal sealed class PracticeHost : IAsyncDisposable
{
    private readonly Dictionary<string, ApiClient> _clients = [];

    private PracticeHost(PracticeCluster cluster)
    {
        Cluster = cluster;
    }

    public PracticeCluster Cluster { get; }

    public ApiClient Admin => For("admin");

    public static async Task<PracticeHost> StartAsync(PracticeOptions? options = null, IPracticeWorld? world = null)
    {
        return new PracticeHost(await PracticeCluster.StartAsync(options ?? new PracticeOptions(), world ?? new RecordedWorld(), TestContext.Current.CancellationToken));
    }

    public ApiClient For(string user)
    {
        if (!_clients.TryGetValue(user, out var client))
            _clients[user] = client = ApiClient.FromKubeconfig(Cluster.KubeconfigPaths[user]);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values)
            client.Dispose();
        await Cluster.DisposeAsync();
    }
}
