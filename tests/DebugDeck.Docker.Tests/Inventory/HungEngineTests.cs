using System.Net.Sockets;
using DebugDeck.Core.Hosts;
using DebugDeck.Docker.Inventory;
using Microsoft.Extensions.Time.Testing;

namespace DebugDeck.Docker.Tests.Inventory;

/// <summary>An engine that takes connections and never answers: a real one does so only when it is ill.</summary>
public sealed class HungEngineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ddhung-").FullName;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly FakeTimeProvider _clock = new();
    private readonly DockerConnection _connection;

    public HungEngineTests()
    {
        var path = Path.Combine(_folder, "docker.sock");
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen();
        _connection = TestContainers.Connect($"unix://{path}", _clock);
    }

    [Fact]
    public async Task A_look_says_that_it_does_not_answer()
    {
        var looking = new DockerInventory(_connection).ListAsync(TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(14));
        Assert.False(looking.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(new HostStatus(HostState.Unreachable, "docker has not answered for 15 s"), (await looking).Status);
    }

    [Fact]
    public async Task A_watch_says_so_and_goes_on_trying()
    {
        await using var watch = new WatchReader(new DockerInventory(_connection));
        Assert.Equal(HostStatus.Connecting, Assert.IsType<InventoryChange.HostChanged>(await watch.UntilAsync(_ => true)).Status);
        var lost = watch.UntilAsync(change => change is InventoryChange.HostChanged);
        using var first = await _listener.AcceptAsync(TestContext.Current.CancellationToken);
        using var second = await _listener.AcceptAsync(TestContext.Current.CancellationToken);

        _clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal("docker has not answered for 15 s", ((InventoryChange.HostChanged)await lost).Status.Reason);

        var again = _listener.AcceptAsync(TestContext.Current.CancellationToken).AsTask();
        while (!again.IsCompleted)
        {
            // The wait before the next try begins a moment after the reason is told.
            _clock.Advance(TimeSpan.FromMilliseconds(250));
            await Task.WhenAny(again, Task.Delay(10, TestContext.Current.CancellationToken));
        }

        (await again).Dispose();
    }

    public void Dispose()
    {
        _connection.Dispose();
        _listener.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
