using DebugDeck.Core.Hosts;
using DebugDeck.Docker.Endpoints;
using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests;

/// <summary>Containers of one test in the shared engine, under names no other test has; removed when the test ends.</summary>
internal sealed class TestContainers : IAsyncDisposable
{
    private readonly List<string> _names = [];

    public string Prefix { get; } = $"docker-inventory-{Guid.NewGuid():N}"[..26];

    public static DockerConnection Connect(string? endpoint = null, TimeProvider? clock = null)
    {
        endpoint ??= TestEngine.Require();
        return DockerConnection.To(Endpoint(endpoint), clock ?? TimeProvider.System);
    }

    public static DockerEndpoint Endpoint(string address) =>
        new(new HostInfo("docker", HostKind.Docker, address, "test"), new Uri(address));

    /// <summary>The name of a container of this test.</summary>
    public string Name(string name) => $"{Prefix}-{name}";

    /// <summary><c>docker run -d</c> of busybox with a name of this test's; returns the id.</summary>
    public Task<string> RunAsync(string name, string[] options, params string[] command) =>
        AddAsync(name, ["run", "--detach", "--name", Name(name), .. options, "busybox", .. command]);

    /// <summary><c>docker create</c> of the same.</summary>
    public Task<string> CreateAsync(string name, string[] options, params string[] command) =>
        AddAsync(name, ["create", "--name", Name(name), .. options, "busybox", .. command]);

    private async Task<string> AddAsync(string name, string[] arguments)
    {
        lock (_names)
        {
            _names.Add(Name(name));
        }

        return await TestEngine.DockerAsync(arguments);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var names in _names.Chunk(50))
        {
            await TestEngine.DockerAsync(["rm", "--force", "--volumes", .. names]);
        }
    }
}
