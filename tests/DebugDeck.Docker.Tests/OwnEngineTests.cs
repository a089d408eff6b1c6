using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests;

public sealed class OwnEngineTests
{
    [Fact]
    public async Task An_engine_of_its_own_can_be_stopped_and_started()
    {
        await using var engine = await OwnEngine.StartAsync();
        await engine.DockerAsync("create", "--name", "kept", "busybox:latest", "true");

        await engine.StopAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => engine.DockerAsync("ps"));
        await engine.StartAgainAsync();

        Assert.Equal("kept", await engine.DockerAsync("ps", "--all", "--format", "{{.Names}}"));
    }
}
