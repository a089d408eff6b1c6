using System.Reflection;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Lifecycle;
using DebugDeck.Practice.Network;
using DebugDeck.Practice.Network.Endpoints;
using DebugDeck.Practice.Network.Scripted;
using DebugDeck.Practice.Processes;
using DebugDeck.Practice.Worlds.Families;
using DebugDeck.Practice.Worlds.Reading;

namespace DebugDeck.Practice.Worlds;

/// <summary>A world to practise in, made from YAML files.</summary>
public sealed class World : IPracticeWorld
{
    private readonly WorldDefinition _definition;
    private WorldAuthorities? _authorities;
    private ScriptedNetwork? _network;
    private PracticeRuntime? _runtime;
    private int _lastAddress = 1;

    private World(WorldDefinition definition) => _definition = definition;

    /// <inheritdoc/>
    public IReadOnlyList<WorldUser> Users => _definition.Users;

    /// <inheritdoc/>
    public IContainerRuntime Runtime => _runtime ?? throw new InvalidOperationException("the world has not been started");

    /// <summary>How often each name was asked for in the world's DNS; the type is as in <c>A</c> or <c>AAAA</c>.</summary>
    public IReadOnlyDictionary<(string Name, string Type), int> DnsQueries =>
        _network?.Dns.Counts.ToDictionary(entry => (entry.Key.Name, entry.Key.Type.ToString().ToUpperInvariant()), entry => entry.Value) ?? [];

    /// <summary>The world that comes with the program.</summary>
    public static World LoadBuiltin()
    {
        var assembly = typeof(World).Assembly;
        return new World(WorldReader.Read(assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".yaml", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name, Text(assembly, name)))));
    }

    /// <summary>The world of a file.</summary>
    /// <exception cref="WorldFileException">The file says what no world can be.</exception>
    public static World Load(string file) => new(WorldReader.Read([(file, File.ReadAllText(file))]));

    /// <inheritdoc/>
    public async Task StartAsync(IClusterState cluster, TimeProvider time, CancellationToken cancellationToken)
    {
        _authorities = new WorldAuthorities(time.GetUtcNow());
        var objects = new WorldObjects(_definition, _authorities, time);
        _network = new ScriptedNetwork(objects.NetworkWithServices(), _authorities, time);
        var parts = new RuntimeParts(
            cluster,
            time,
            new ImageStore(_definition.Images),
            new ContainerFactory(cluster, time, new FamilyCatalog(_authorities.PublicBundle)),
            new RunStarter(time),
            new EventRecorder(cluster, time),
            new PidNamespace(),
            objects.ScriptOf,
            objects.UnschedulableReason,
            Network);
        _runtime = new PracticeRuntime(parts);
        objects.PutAll(cluster);
        var lives = cluster.List("pods").Select(_runtime.Start).ToList();
        await Task.WhenAll(lives.Select(life => life.Settled)).WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_runtime is not null)
        {
            await _runtime.DisposeAsync();
        }

        if (_network is not null)
        {
            await _network.DisposeAsync();
        }

        _authorities?.Dispose();
    }

    private PodNetwork Network(JsonObject pod)
    {
        var number = Interlocked.Increment(ref _lastAddress);
        return new PodNetwork
        {
            Address = FormattableString.Invariant($"10.244.{number / 250}.{number % 250}"),
            Namespace = (string)pod["metadata"]!["namespace"]!,
            World = _network,
        };
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
