using System.Text.Json;
using DebugDeck.Core.Files;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;
using DebugDeck.Hosting;
using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands;

public sealed class InspectTests
{
    public static TheoryData<string, Func<ImageTree>> Families => new()
    {
        { "scratch", SampleImages.Scratch },
        { "distroless-static", () => SampleImages.DistrolessStatic() },
        { "distroless-base", SampleImages.DistrolessBase },
        { "distroless-java", SampleImages.DistrolessJava },
        { "distroless-debug", SampleImages.DistrolessDebug },
        { "alpine", SampleImages.Alpine },
        { "wolfi", () => SampleImages.Wolfi() },
        { "wolfi-dev", () => SampleImages.Wolfi(dev: true) },
        { "chainguard", () => SampleImages.Wolfi(id: "chainguard") },
        { "debian", SampleImages.Debian },
        { "debian-slim", SampleImages.DebianSlim },
        { "ubuntu", SampleImages.Ubuntu },
        { "ubuntu-chiselled", () => SampleImages.UbuntuChiselled() },
        { "ubuntu-chiselled-no-manifest", () => SampleImages.UbuntuChiselled(manifest: false) },
        { "ubi", SampleImages.Ubi },
        { "ubi-minimal", SampleImages.UbiMinimal },
        { "ubi-micro", SampleImages.UbiMicro },
        { "azurelinux-distroless", SampleImages.AzureLinuxDistroless },
        { "dhi", SampleImages.DockerHardened },
        { "hummingbird", SampleImages.Hummingbird },
        { "busybox", SampleImages.Busybox },
        { "fedora", () => SampleImages.OfRelease("fedora", "Fedora Linux", "43") },
        { "rocky", () => SampleImages.OfRelease("rocky", "Rocky Linux", "9.6") },
        { "amazonlinux", () => SampleImages.OfRelease("amzn", "Amazon Linux", "2023") },
        { "opensuse", () => SampleImages.OfRelease("opensuse-leap", "openSUSE Leap", "16.0") },
    };

    [Theory]
    [MemberData(nameof(Families))]
    public async Task Each_family_is_told_with_what_it_rests_on(string name, Func<ImageTree> image)
    {
        var bench = Bench(image().Program("/app"));

        var result = await bench.RunAsync("inspect", "image://app", "-o", "wide");

        Golden.Matches($"inspect-{name}", result.Transcript);
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("markdown")]
    public async Task An_anatomy_reads_the_same_in_every_format(string format)
    {
        var bench = Bench(SampleImages.DistrolessBase().Program("/app").File("/srv/.env", "PASSWORD=x\e[31m"));

        var result = await bench.RunAsync("inspect", "image://app", "-o", format);

        Golden.Matches($"inspect-{format}", result.Transcript);
    }

    [Fact]
    public async Task A_running_container_tells_how_to_get_into_it()
    {
        var host = Samples.Shop();
        host.Images["shop-api"] = SampleImages.DistrolessBase().Program("/app");

        var result = await new CommandBench(host) { Paths = NoCache }.RunAsync("inspect", "docker://shop-api", "-o", "json");

        var json = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(("docker://shop-api", "distroless", 1), (json.GetProperty("address").GetString(), json.GetProperty("family").GetProperty("id").GetString(), json.GetProperty("schemaVersion").GetInt32()));
        Assert.Contains(json.GetProperty("waysIn").EnumerateArray(), way => way.GetProperty("command").GetString() == "debugdeck debug docker://shop-api");
    }

    [Fact]
    public async Task A_pod_without_a_shell_is_told_by_its_name_and_its_specification_and_that_is_said()
    {
        var host = new FakeHost("prod", HostKind.Kubernetes) { Reach = FileReach.NewSession };
        var pod = Samples.Api with { Address = new TargetAddress(AddressKind.Pod, "shop-api"), Host = "prod", Container = "api", Project = "shop", Image = "gcr.io/distroless/base-debian12:nonroot" };
        host.Targets.Add(pod);
        host.Details = target => new TargetDetails
        {
            Target = target,
            Security = new SecurityFacts { UserId = 0, IdentitySource = "pod spec", RunAsNonRoot = true },
        };

        var result = await new CommandBench(host) { Paths = NoCache }.RunAsync("inspect", "pod/shop-api");

        Golden.Matches("inspect-pod-without-files", result.Transcript);
    }

    [Fact]
    public async Task Two_images_are_held_against_each_other()
    {
        var bench = Bench(SampleImages.DistrolessBase().Program("/app"));
        bench.Images["old"] = new FakeImage(Facts with { Reference = "shop/app:1.3.0", Created = CommandBench.Now - TimeSpan.FromDays(200) }, SampleImages.Alpine().Program("/app"));

        var result = await bench.RunAsync("compare", "image://app", "image://old");
        var same = await bench.RunAsync("compare", "image://app", "image://app");

        Golden.Matches("compare", result.Transcript);
        Golden.Matches("compare-markdown", (await bench.RunAsync("compare", "image://app", "image://old", "-o", "markdown")).Transcript);
        Golden.Matches("compare-json", (await bench.RunAsync("compare", "image://app", "image://old", "-o", "json")).Transcript);
        Assert.Equal("they are the same in everything that was looked at\n", same.Error);
    }

    [Fact]
    public async Task A_pod_is_held_against_an_image_and_what_was_not_looked_at_is_said()
    {
        var host = new FakeHost("prod", HostKind.Kubernetes) { Reach = FileReach.NewSession };
        host.Targets.Add(Samples.Api with { Address = new TargetAddress(AddressKind.Pod, "shop-api"), Host = "prod", Container = "api", Project = "shop", Image = "gcr.io/distroless/base-debian12:nonroot" });
        var bench = new CommandBench(host) { Paths = NoCache };
        bench.Images["app"] = new FakeImage(Facts, SampleImages.DistrolessBase().Program("/app"));

        var result = await bench.RunAsync("compare", "pod/shop-api", "image://app");

        Golden.Matches("compare-pod", result.Transcript);
    }

    private static ImageFacts Facts { get; } = new()
    {
        Reference = "shop/app:1.4.2",
        Digest = "sha256:9b1d6f0c2e3a4b5c6d7e8f90112233445566778899aabbccddeeff0011223344",
        Created = CommandBench.Now - TimeSpan.FromDays(3),
        SizeBytes = 25_000_000,
        Architecture = "amd64",
        User = "65532:65532",
        Entrypoint = ["/app"],
        Environment = ["SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt"],
    };

    // Nothing can be written below a device, whoever runs the tests.
    private static ProgramPaths NoCache { get; } = new("/nowhere/config", "/dev/null/cache");

    private static CommandBench Bench(ImageTree tree)
    {
        var bench = new CommandBench { Paths = NoCache };
        bench.Images["app"] = new FakeImage(Facts, tree);
        return bench;
    }
}
