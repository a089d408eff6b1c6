using System.Text.Json;
using DebugDeck.Core.Files;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;
using DebugDeck.Hosting;
using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands;

/// <summary>Registries are asked at the user's wish only, and what comes from them is said to.</summary>
public sealed class InspectRegistryTests : IDisposable
{
    private const string Digest = "sha256:9b1d6f0c2e3a4b5c6d7e8f90112233445566778899aabbccddeeff0011223344";
    private const string ByDigest = $"gcr.io/distroless/base-debian12@{Digest}";

    private readonly DirectoryInfo _cache = Directory.CreateTempSubdirectory("debugdeck-inspect-");
    private readonly FakeRegistry _registry = new();

    public InspectRegistryTests()
    {
        _registry.Images["docker.io/shop/web:1.4"] = (Facts("shop/web:1.4"), SampleImages.Alpine().Program("/app"));
        _registry.Images[ByDigest] = (Facts(ByDigest), SampleImages.DistrolessBase().Program("/app"));
    }

    [Fact]
    public async Task An_image_is_looked_at_in_its_registry_and_remembered()
    {
        var first = await JsonAsync(Bench(), "inspect", "image://shop/web:1.4", "--registry", "-o", "json");
        var second = await JsonAsync(Bench(), "inspect", "image://shop/web:1.4", "--registry", "-o", "json");

        Assert.Equal(("alpine", "high"), Family(first));
        Assert.Equal(("alpine", "high"), Family(second));
        Assert.Equal((2, 1), (_registry.Asked.Count, _registry.Fetched.Count));
    }

    [Fact]
    public async Task Which_of_several_images_is_a_wish()
    {
        await Bench().RunAsync("inspect", "image://shop/web:1.4", "--registry", "--platform", "linux/arm64");

        Assert.Equal(["docker.io/shop/web:1.4 for linux/arm64"], _registry.Asked);
    }

    [Theory]
    [InlineData("linux", "--registry")]
    [InlineData("linux/arm64", "-o", "json")]
    public async Task A_platform_that_makes_no_sense_is_wrong_usage(string platform, params string[] more)
    {
        var result = await Bench().RunAsync(["inspect", "image://shop/web:1.4", "--platform", platform, .. more]);

        Assert.Equal(2, result.Code);
        Assert.Empty(_registry.Asked);
    }

    [Fact]
    public async Task A_pod_whose_files_cannot_be_seen_is_told_by_its_image_in_the_registry()
    {
        var json = await JsonAsync(Bench(Cluster()), "inspect", "pod/shop-api", "--registry", "-o", "json");

        Assert.Equal(("distroless", "high"), Family(json));
        Assert.Equal([ByDigest], _registry.Asked);
        // The pod's own word on the user stays.
        Assert.Equal(4711, json.GetProperty("user").GetProperty("uid").GetInt64());
        Assert.Contains("these are the files of gcr.io/distroless/base-debian12@", json.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_asked_who_was_not_to_be()
    {
        var json = await JsonAsync(Bench(Cluster()), "inspect", "pod/shop-api", "-o", "json");

        Assert.Equal(("distroless", "low"), Family(json));
        Assert.Empty(_registry.Asked);
    }

    [Fact]
    public async Task A_registry_that_does_not_have_it_is_a_remark_on_what_is_known_without()
    {
        _registry.Images.Clear();

        var result = await Bench(Cluster()).RunAsync("inspect", "pod/shop-api", "--registry");

        Assert.Equal(0, result.Code);
        Assert.Contains("the registry could not help: gcr.io has no image", result.Output, StringComparison.Ordinal);
        Assert.Contains("~~ Google distroless", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_container_whose_files_can_be_seen_needs_no_registry()
    {
        var shop = Samples.Shop();
        shop.Images["shop-api"] = SampleImages.DistrolessBase().Program("/app");

        await Bench(shop).RunAsync("inspect", "docker://shop-api", "--registry");

        Assert.Empty(_registry.Asked);
    }

    public void Dispose() => _cache.Delete(recursive: true);

    private static (string?, string?) Family(JsonElement anatomy) =>
        (anatomy.GetProperty("family").GetProperty("id").GetString(), anatomy.GetProperty("family").GetProperty("confidence").GetString());

    private static ImageFacts Facts(string reference) => new()
    {
        Reference = reference,
        Digest = reference == ByDigest ? Digest : "sha256:" + new string('1', 64),
        Created = CommandBench.Now - TimeSpan.FromDays(3),
        Architecture = "amd64",
        Entrypoint = ["/app"],
    };

    private static FakeHost Cluster()
    {
        var host = new FakeHost("prod", HostKind.Kubernetes) { Reach = FileReach.NewSession };
        host.Targets.Add(Samples.Api with
        {
            Address = new TargetAddress(AddressKind.Pod, "shop-api"),
            Host = "prod",
            Container = "api",
            Image = "gcr.io/distroless/base-debian12:nonroot",
            ImageId = ByDigest,
        });
        host.Details = target => new TargetDetails { Target = target, Security = new SecurityFacts { UserId = 4711, IdentitySource = "pod spec" } };
        return host;
    }

    private static async Task<JsonElement> JsonAsync(CommandBench bench, params string[] arguments) => JsonDocument.Parse((await bench.RunAsync(arguments)).Output).RootElement;

    private CommandBench Bench(params FakeHost[] hosts) => new(hosts) { Paths = new ProgramPaths("/nowhere/config", _cache.FullName), Registry = _registry };
}
