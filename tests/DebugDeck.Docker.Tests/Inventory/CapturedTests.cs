using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Docker.Inventory;

namespace DebugDeck.Docker.Tests.Inventory;

/// <summary>What real engines once answered, and the rows it becomes.</summary>
public sealed class CapturedTests
{
    [Fact]
    public async Task Podman_4_3_says_stopped_and_is_Podman_wherever_it_hides()
    {
        using var connection = CapturedEngine.Connect("podman-4.3");

        var inventory = await new DockerInventory(connection).ListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(new HostStatus(HostState.Ready, Version: "4.3.1"), inventory.Status);
        Assert.Equal(HostKind.Podman, connection.Info.Kind);
        var target = Assert.Single(inventory.Targets);
        Assert.Equal("podman://web", target.Address.ToString());
        Assert.Equal((ContainerState.Exited, 3, "exit 3"), (target.State, target.ExitCode, target.Reason));
        Assert.Equal(("shop", "65532:65532", true), (target.Project, target.User, target.Tty));
        Assert.Equal("sha256:91b5cffc1c7a812ccf1317992a27d77f2888afd0e632b199ce684c7534ef6d4c", target.ImageId);
    }

    [Fact]
    public async Task Both_ways_to_name_a_host_find_what_DOCKER_HOST_leads_to()
    {
        using var connection = CapturedEngine.Connect("podman-4.3");
        var inventory = new DockerInventory(connection);

        Assert.Single(await inventory.FindAsync(TargetAddress.Parse("docker://web"), TestContext.Current.CancellationToken));
        Assert.Single(await inventory.FindAsync(TargetAddress.Parse("podman://web"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Docker_20_10_with_a_failing_health_check()
    {
        using var connection = CapturedEngine.Connect("docker-20.10");
        var reader = new ContainerReader(connection);

        var listed = Assert.Single(await reader.ListAsync(TestContext.Current.CancellationToken));
        var full = (await reader.InspectAsync(listed.Id, TestContext.Current.CancellationToken))!;

        Assert.Equal((ContainerState.Running, ContainerHealth.Unhealthy, "shop"), (listed.State, listed.Health, listed.Project));
        Assert.Equal(ContainerHealth.Unhealthy, full.Health);
        Assert.Matches("^unhealthy, [0-9]+ failed checks: refused$", full.Reason);
        Assert.Equal(("65532:65532", "busybox", null), (full.User, full.Image, full.ExitCode));
        Assert.Equal(listed with { Labels = full.Labels }, full with { User = "", StartedAt = null, Reason = null, CreatedAt = listed.CreatedAt });
        Assert.Equal(listed.CreatedAt!.Value.ToUnixTimeSeconds(), full.CreatedAt!.Value.ToUnixTimeSeconds());
    }
}
