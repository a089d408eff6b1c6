using DebugDeck.Core.Hosts;
using DebugDeck.Docker.Connections;
using DebugDeck.Docker.Inventory;
using DebugDeck.Docker.Tests.Inventory;
using DebugDeck.TestKit;
using Docker.DotNet;

namespace DebugDeck.Docker.Tests.Connections;

/// <summary>The real docker command on the far side of a stand-in for ssh.</summary>
public sealed class SshTests
{
    private static readonly Uri Address = new("ssh://ann@box:2222");

    [Fact]
    public async Task An_engine_behind_ssh_is_an_engine()
    {
        using var ssh = FarEngine();
        await using var containers = new TestContainers();
        var id = await containers.CreateAsync("far", [], "true");
        using (var connection = Connect(ssh))
        {
            await using (var watch = new WatchReader(new DockerInventory(connection)))
            {
                await watch.UntilAsync(change => change is InventoryChange.Upserted upserted && upserted.Target.Id == id);
            }

            var inventory = await new DockerInventory(connection).ListAsync(TestContext.Current.CancellationToken);
            Assert.Contains(inventory.Targets, target => target.Id == id);
            await HalfClose.AssertWorksAsync(connection, containers);

            // Logging in is slow and servers limit how often: connections are used again.
            Assert.InRange(ssh.Started.Length, 2, 12);
        }

        for (var tries = 0; ssh.Running.Any(); tries++)
        {
            Assert.True(tries < 100, "an ssh stayed behind");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task What_ssh_says_is_the_reason()
    {
        using var ssh = new FakeSsh("echo 'ssh: connect to host box port 2222: Connection refused' >&2; exit 255");
        using var connection = Connect(ssh);

        var inventory = await new DockerInventory(connection).ListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            new HostStatus(HostState.Unreachable, "ssh: connect to host box port 2222: Connection refused"),
            inventory.Status);
    }

    [Fact]
    public async Task A_machine_without_ssh_says_so()
    {
        using var connection = Connect("/nowhere/ssh");

        var inventory = await new DockerInventory(connection).ListAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("ssh cannot be started: ", inventory.Status.Reason, StringComparison.Ordinal);
    }

    private static FakeSsh FarEngine() => new($"DOCKER_HOST={TestEngine.Require()} exec \"$@\"");

    private static DockerConnection Connect(FakeSsh ssh) => Connect(ssh.Program);

    private static DockerConnection Connect(string program) => new(
        new HostInfo("far", HostKind.Docker, Address.ToString(), "test"),
        new DockerClientBuilder().WithEndpoint(Address).WithTransportOptions(EngineTransport.Instance, new SshDialer(Address, HostKind.Docker, program)).Build(),
        TimeProvider.System);
}
