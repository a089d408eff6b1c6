using System.Text;
using DebugDeck.Commands;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Settings;
using DebugDeck.Hosting;
using DebugDeck.Kubernetes;
using DebugDeck.Practice.Server;
using DebugDeck.Terminal;

namespace DebugDeck.Tests.Commands.OnPractice;

/// <summary>The command line against real practice clusters in this process, as any of their users. Everything between the arguments and the wire is the program's own.</summary>
public sealed class PracticeShop : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("debugdeck-shop-").FullName;
    private readonly List<PracticeCluster> _clusters = [];
    private int _copies;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The first of the clusters.</summary>
    public PracticeCluster Cluster => _clusters[0];

    public ValueTask InitializeAsync() => AddAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var cluster in _clusters)
        {
            await cluster.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Starts another cluster.</summary>
    public async ValueTask AddAsync() => _clusters.Add(await PracticeCluster.StartAsync(new PracticeOptions(), Token));

    /// <summary>An empty folder to copy into.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(_folder, $"{Interlocked.Increment(ref _copies)}")).FullName;

    /// <summary>Waits until the pod that keeps crashing has done so: before that nobody can know.</summary>
    public async Task CrashAsync()
    {
        for (var began = TimeProvider.System.GetTimestamp(); ; await Task.Delay(100, Token))
        {
            var pod = Cluster.State.List("pods", "shop").First(pod => ((string)pod["metadata"]!["name"]!).StartsWith("crash-loop-", StringComparison.Ordinal));
            if (pod["status"]?["containerStatuses"]?[0] is { } status && (status["lastState"]?["terminated"] is not null || status["state"]?["terminated"] is not null))
            {
                return;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(40), "it does not crash");
        }
    }

    /// <summary>Runs a command line as the admin.</summary>
    internal Task<CommandResult> RunAsync(params string[] arguments) => RunAsAsync("admin", arguments);

    /// <summary>Runs a command line as a user: admin, developer, readonly, execonly. What a debug container's command writes is part of the output.</summary>
    internal Task<CommandResult> RunAsAsync(string user, params string[] arguments) => RunAsync(Cluster.KubeconfigPaths[user], TimeProvider.System, arguments);

    /// <summary>Runs a command line with the contexts <c>east</c> and <c>west</c>, the first two clusters. The clock stands still: nobody who asks for completions loses patience.</summary>
    internal Task<CommandResult> RunOnBothAsync(params string[] arguments) =>
        RunAsync(string.Join(Path.PathSeparator, Named("east", _clusters[0]), Named("west", _clusters[1])), new CommandBench().Clock, arguments);

    private async Task<CommandResult> RunAsync(string kubeConfig, TimeProvider clock, string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        using var device = new PlainDevice("");
        var context = new CommandBench().Context(output, error) with
        {
            Clock = clock,
            OpenTerminal = () => new DebugTerminal(device),
            OpenHosts = options => new HostCatalogue(KubernetesHosts.Discover(Options(kubeConfig, options))),
            Contexts = options => new KubernetesContexts(Options(kubeConfig, options)),
        };
        var code = await CommandLine.RunAsync(arguments, context, Token);
        return new CommandResult(code, Encoding.UTF8.GetString(output.ToArray()) + device.Output, Encoding.UTF8.GetString(error.ToArray()) + device.Error);
    }

    private KubernetesHostsOptions Options(string kubeConfig, GlobalOptions options) => new()
    {
        Contexts = options.Contexts,
        Scope = options.Scope,
        Environment = name => name == "KUBECONFIG" ? kubeConfig : null,
        Home = "/nowhere",
        CacheDirectory = Path.Combine(_folder, "cache"),
        Toolboxes = new ToolboxCatalog(UserSettings.Default),
        Clock = TimeProvider.System,
    };

    // The kubeconfigs of practice clusters all use the same names.
    private string Named(string name, PracticeCluster cluster)
    {
        var file = Path.Combine(_folder, name);
        var text = File.ReadAllText(cluster.KubeconfigPaths["admin"]);
        File.WriteAllText(file, text.Replace("practice", name, StringComparison.Ordinal).Replace("\"admin\"", $"\"{name}-admin\"", StringComparison.Ordinal));
        return file;
    }
}
