using System.Diagnostics;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Docker.Inventory;
using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests.Inventory;

public sealed class ListTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_state_is_listed_with_its_reason()
    {
        using var connection = TestContainers.Connect();
        await using var containers = new TestContainers();
        await containers.CreateAsync("created", ["--user", "65532:65532", "--tty"], "true");
        await containers.RunAsync("running", ["--label", "com.docker.compose.project=shop"], "sleep", "600");
        await containers.RunAsync("paused", [], "sleep", "600");
        await TestEngine.DockerAsync("pause", containers.Name("paused"));
        await containers.RunAsync("exited", [], "sh", "-c", "exit 3");
        await containers.RunAsync("killed", [], "sleep", "600");
        await TestEngine.DockerAsync("kill", containers.Name("killed"));
        await containers.RunAsync("restarting", ["--restart", "always"], "sh", "-c", "exit 1");
        await containers.RunAsync("session", ["--label", "io.debugdeck.session=x"], "sleep", "600");
        await Assert.ThrowsAsync<InvalidOperationException>(() => containers.RunAsync("unstartable", [], "/nowhere"));
        await TestEngine.DockerAsync("wait", containers.Name("exited"), containers.Name("killed"));
        await UntilAsync(async () => (await TestEngine.DockerAsync("inspect", "-f", "{{.State.Status}} {{.RestartCount}}", containers.Name("restarting"))) is "restarting 3");

        var inventory = await new DockerInventory(connection).ListAsync(Cancelled);

        Target Of(string name) => inventory.Targets.Single(target => target.Name == containers.Name(name));
        Assert.Equal(HostState.Ready, inventory.Status.State);
        Assert.NotNull(inventory.Status.Version);

        var created = Of("created");
        Assert.Equal(ContainerState.Created, created.State);
        Assert.Equal("65532:65532", created.User);
        Assert.True(created.Tty);
        Assert.Null(created.StartedAt);
        Assert.Null(created.ExitCode);
        Assert.Equal("busybox", created.Image);
        Assert.StartsWith("sha256:", created.ImageId, StringComparison.Ordinal);
        Assert.Equal($"docker://{created.Name}", created.Address.ToString());

        var running = Of("running");
        Assert.Equal(ContainerState.Running, running.State);
        Assert.Equal("shop", running.Project);
        Assert.Null(running.Reason);
        Assert.False(running.IsDebugContainer);

        // The engine's times are those of the machine that it shares with us.
        Assert.InRange(running.StartedAt!.Value, running.CreatedAt!.Value, TimeProvider.System.GetUtcNow().AddSeconds(1));

        Assert.Equal(ContainerState.Paused, Of("paused").State);
        Assert.Equal((ContainerState.Exited, 3, "exit 3"), (Of("exited").State, Of("exited").ExitCode, Of("exited").Reason));
        Assert.NotNull(Of("exited").FinishedAt);
        Assert.Equal("exit 137 (killed by SIGKILL or out of memory)", Of("killed").Reason);
        Assert.Equal((ContainerState.Restarting, 3), (Of("restarting").State, Of("restarting").Restarts));
        Assert.Equal("restarting after exit 1, 3 restarts", Of("restarting").Reason);
        Assert.True(Of("session").IsDebugContainer);
        Assert.Equal(ContainerState.Created, Of("unstartable").State);
        Assert.StartsWith("could not start: ", Of("unstartable").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_containers_are_listed_at_once()
    {
        using var connection = TestContainers.Connect();
        await using var containers = new TestContainers();
        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (index, _) => await containers.CreateAsync($"many-{index}", [], "true"));
        var inventory = new DockerInventory(connection);
        await inventory.ListAsync(Cancelled);

        var watch = Stopwatch.StartNew();
        var listed = await inventory.ListAsync(Cancelled);
        watch.Stop();

        TestContext.Current.TestOutputHelper!.WriteLine($"{listed.Targets.Count} containers in {watch.ElapsedMilliseconds} ms");
        Assert.Equal(200, listed.Targets.Count(target => target.Name.StartsWith(containers.Prefix, StringComparison.Ordinal)));
        // The aim is 300 ms; other tests share these cores.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_target_is_found_by_name_by_id_and_by_the_beginning_of_its_id()
    {
        using var connection = TestContainers.Connect();
        await using var containers = new TestContainers();
        var id = await containers.CreateAsync("web", ["--label", $"com.docker.compose.service={containers.Prefix}"], "true");
        var inventory = new DockerInventory(connection);
        Task<IReadOnlyList<Target>> FindAsync(string address) => inventory.FindAsync(TargetAddress.Parse(address), Cancelled);

        Assert.Equal(id, Assert.Single(await FindAsync(containers.Name("web"))).Id);
        Assert.Equal(id, Assert.Single(await FindAsync($"docker://{id}")).Id);
        Assert.Equal(id, Assert.Single(await FindAsync($"docker://{id[..12]}")).Id);
        Assert.Equal(id, Assert.Single(await FindAsync(containers.Prefix)).Id);
        Assert.Empty(await FindAsync($"podman://{id}"));
        Assert.Empty(await FindAsync("pod/web"));
        Assert.Empty(await FindAsync(containers.Name("nobody")));
    }

    [Fact]
    public async Task An_absent_engine_is_a_host_with_a_reason()
    {
        using var connection = TestContainers.Connect("unix:///nowhere/docker.sock");

        var inventory = await new DockerInventory(connection).ListAsync(Cancelled);

        Assert.Equal(HostState.Unreachable, inventory.Status.State);
        Assert.Equal("no engine is running at unix:///nowhere/docker.sock: there is no such socket", inventory.Status.Reason);
        Assert.Empty(inventory.Targets);
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var tries = 0; !await condition(); tries++)
        {
            Assert.True(tries < 300, "it did not happen");
            await Task.Delay(100, Cancelled);
        }
    }
}
