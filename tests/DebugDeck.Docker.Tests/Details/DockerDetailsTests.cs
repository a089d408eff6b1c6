using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;
using DebugDeck.Docker.Details;
using DebugDeck.Docker.Inventory;
using DebugDeck.Docker.Sessions;
using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests.Details;

public sealed class DockerDetailsTests : IAsyncDisposable
{
    private readonly OwnContainers _containers = OwnContainers.OnTestEngine();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_engine_knows_of_a_container_is_told_without_entering_it()
    {
        var target = await _containers.CreateAsync(
            "--user", "65532:65532", "--env", "MODE=fast", "--read-only", "--cap-drop", "ALL", "--cap-add", "NET_ADMIN", "--security-opt", "no-new-privileges",
            "--dns", "10.0.0.53", "--dns-search", "shop.example", "--dns-option", "ndots:2", "--add-host", "db:fd00::5", "--tmpfs", "/scratch",
            "--volume", "/etc:/host-etc:ro", "--memory", "64m", "--expose", "8443", "--health-cmd", "/probe", "--health-interval", "5s",
            "ddtest/distroless", "--quiet");

        var details = await ReadAsync(target);

        Assert.Equal(["/app", "--quiet"], details.Command);
        Assert.Contains(new EnvironmentVariable("MODE", "fast", "spec"), details.Environment);
        Assert.Contains(details.Environment, variable => variable is { Name: "PATH", Source: "image" });
        Assert.Equal((65532L, 65532L), (details.Security.UserId, details.Security.GroupId));
        Assert.True(details.Security is { ReadOnlyRoot: true, AllowPrivilegeEscalation: false, AddedCapabilities: ["NET_ADMIN"], DroppedCapabilities: ["ALL"] });
        Assert.Equal(["10.0.0.53"], details.Network.Nameservers);
        Assert.Equal(["shop.example"], details.Network.Searches);
        Assert.Equal(["ndots:2"], details.Network.DnsOptions);
        Assert.True(details.Network.HostAliases is [{ Address: "fd00::5", Names: ["db"] }]);
        Assert.Contains(new MountFact("/scratch", "tmpfs", ReadOnly: false), details.Mounts);
        Assert.Contains(new MountFact("/host-etc", "bind /etc", ReadOnly: true), details.Mounts);
        Assert.Equal("67108864", details.Resources["limits.memory"]);
        Assert.Equal([8443], details.Ports);
        Assert.Equal([new ProbeFact("healthcheck", "sh -c /probe", "every 5 s, timeout 30 s, 3 failures")], details.Probes);
        Assert.True(details.Image is { Os: "linux", Entrypoint: ["/app"], User: "65532:65532", SizeBytes: > 0, Layers: > 0 });
        Assert.Empty(details.Missing);
    }

    [Fact]
    public async Task A_container_whose_user_has_no_number_has_no_identity_yet()
    {
        var details = await ReadAsync(await _containers.CreateAsync("--user", "nobody", "ddtest/distroless", "--quiet"));

        Assert.Equal((null, null, ""), (details.Security.UserId, details.Security.GroupId, details.Security.IdentitySource));
    }

    [Fact]
    public async Task The_end_of_a_container_is_told_with_its_code()
    {
        var target = await _containers.CreateAsync("ddtest/distroless", "--lines", "1", "--interval", "0", "--exit", "7");
        await _containers.DockerAsync("start", target.Name);
        await _containers.DockerAsync("wait", target.Name);

        Assert.True((await ReadAsync(target)).LastEnd is { ExitCode: 7, Reason: null, At: not null });
    }

    [Fact]
    public async Task A_process_in_the_target_has_its_output_and_code_and_a_missing_one_says_so()
    {
        var target = await _containers.CreateAsync("busybox", "sleep", "600");
        await _containers.DockerAsync("start", target.Name);
        var exec = new TargetExec(_containers.Connection);

        await using var process = await exec.RunAsync(target, new RemoteCommand(["sh", "-c", "echo inside; exit 3"]), Token);
        Assert.Equal("inside\n", await ProcessText.ReadAsync(process, Token));
        Assert.Equal(3, await process.ExitCodeAsync(Token));
        await using var missing = await exec.RunAsync(target, new RemoteCommand(["/no/shell"]), Token);
        Assert.Equal("", await ProcessText.ReadAsync(missing, Token));
        var error = await Assert.ThrowsAsync<DebugDeckException>(() => missing.ExitCodeAsync(Token));

        Assert.Equal(ErrorKind.NotFound, error.Kind);
    }

    public ValueTask DisposeAsync() => _containers.DisposeAsync();

    private async Task<TargetDetails> ReadAsync(Target target)
    {
        var full = await new ContainerReader(_containers.Connection).InspectAsync(target.Id, Token);
        return await new DockerDetails(_containers.Connection).ReadAsync(full!, Token);
    }
}
