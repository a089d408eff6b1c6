using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands;

public sealed class TargetLookupTests
{
    private static readonly Target PodmanApi = Samples.Api with { Address = new TargetAddress(AddressKind.Podman, "shop-api"), Host = "podman", Id = "9999" };

    [Theory]
    [InlineData("docker://shop-api", 0, "")]
    [InlineData("shop-api", 0, "")]
    [InlineData("4f1c2d", 0, "")]
    [InlineData("nothing", 4, "debugdeck: docker has no container 'nothing'\n  hint: `debugdeck list` shows what there is\n")]
    [InlineData("podman://shop-api", 6, "debugdeck: podman://shop-api asks for Podman, and there is no Podman engine here\n  hint: the engine at unix:///run/docker.sock is Docker: write docker://shop-api or just shop-api\n")]
    [InlineData("pod/shop-api", 6, "debugdeck: pod/shop-api is in Kubernetes, and no cluster is among the hosts\n  hint: the hosts are: docker (Docker)\n")]
    [InlineData("image://alpine:3", 2, "debugdeck: image://alpine:3 is not a container\n  hint: this command works on containers, running or not; `debugdeck list` shows them\n")]
    [InlineData("a/b", 2, "debugdeck: 'a/b' is not an address\n  hint: write docker://NAME, podman://NAME, pod/NAME[/CONTAINER], deploy/NAME, sts/NAME, ds/NAME, job/NAME, image://REF, archive://FILE.tar or just NAME\n")]
    public async Task An_address_means_one_container_or_a_clear_error(string address, int code, string error)
    {
        var result = await new CommandBench(Samples.Shop()).RunAsync("plan", address, "-o", "json");

        Assert.Equal((code, error), (result.Code, result.Error));
    }

    [Fact]
    public async Task A_name_on_two_hosts_lists_both_and_either_can_be_chosen()
    {
        var podman = new FakeHost("podman", HostKind.Podman) { Targets = { PodmanApi } };
        var bench = new CommandBench(Samples.Shop(), podman);

        var both = await bench.RunAsync("plan", "shop-api");
        var one = await bench.RunAsync("plan", "podman://shop-api");
        var filtered = await bench.RunAsync("plan", "shop-api", "--host", "podman");

        Assert.Equal((1, "debugdeck: 'shop-api' means 2 containers: docker://shop-api, podman://shop-api\n  hint: name one of them, for example: docker://shop-api\n"), (both.Code, both.Error));
        Assert.Equal((0, 0), (one.Code, filtered.Code));
    }

    [Fact]
    public async Task The_same_address_on_two_engines_needs_the_host_as_well()
    {
        var remote = new FakeHost("prod") { Targets = { Samples.Api with { Host = "prod" } } };

        var result = await new CommandBench(Samples.Shop(), remote).RunAsync("plan", "docker://shop-api");

        Assert.Contains("docker://shop-api --host docker, docker://shop-api --host prod", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_down_matters_only_if_nobody_else_has_it()
    {
        var down = Samples.Down("podman", HostKind.Podman);

        var found = await new CommandBench(Samples.Shop(), down).RunAsync("plan", "shop-api");
        var missing = await new CommandBench(Samples.Shop(), down).RunAsync("plan", "nothing");
        var nobody = await new CommandBench(down).RunAsync("plan", "nothing");

        Assert.Equal(0, found.Code);
        Assert.Equal((4, "debugdeck: docker has no container 'nothing'\n  hint: not every host could be asked: podman is not reachable: nothing listens at unix:///run/podman.sock\n"), (missing.Code, missing.Error));
        Assert.Equal(6, nobody.Code);
    }

    [Fact]
    public async Task An_unknown_host_names_the_known_ones()
    {
        var result = await new CommandBench(Samples.Shop()).RunAsync("list", "--host", "prod");

        Assert.Equal((4, "debugdeck: there is no host 'prod'\n  hint: there are: docker\n"), (result.Code, result.Error));
    }
}
