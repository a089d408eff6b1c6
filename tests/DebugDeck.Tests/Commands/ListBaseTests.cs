using System.Text.Json;
using DebugDeck.Core.Hosts;
using DebugDeck.Hosting;
using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands;

/// <summary>What a list says of the base images: what files showed, now or earlier, and else what the names give away.</summary>
public sealed class ListBaseTests : IDisposable
{
    private readonly DirectoryInfo _cache = Directory.CreateTempSubdirectory("debugdeck-list-");

    [Fact]
    public async Task A_wide_list_looks_at_images_once_and_every_list_remembers_them()
    {
        var shop = Shop();
        var before = await BaseAsync(shop);

        await RunAsync(shop, "list", "-o", "wide");
        shop.Images.Clear();
        var after = await BaseAsync(shop);

        Assert.Equal(("distroless", "low", null), before);
        Assert.Equal(("distroless", "high", "glibc 2.36"), after);
    }

    [Fact]
    public async Task Without_looks_at_files_a_wide_list_has_the_names_only()
    {
        var result = await RunAsync(Shop(), "list", "-o", "wide", "--no-shell-check");

        Assert.Contains(" ~distroless ", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_list_runs_anything_in_a_pod_to_know_its_base()
    {
        var cluster = Samples.Cluster();
        cluster.Images["web-0"] = SampleImages.DistrolessBase();

        var result = await RunAsync(cluster, "list", "-A", "-o", "wide");

        Assert.Contains(" ~distroless ", result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80, false)]
    [InlineData(160, true)]
    public async Task A_terminal_that_is_wide_enough_has_the_columns(int columns, bool hasThem)
    {
        var bench = new CommandBench(Shop()) { IsTerminal = true, Columns = columns, Environment = { ["NO_COLOR"] = "1" } };

        var lines = (await bench.RunAsync("list")).Output.Split('\n');

        Assert.Equal(hasThem, lines[0].Contains(" LIBC", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.True(line.Length <= columns, line));
    }

    public void Dispose() => _cache.Delete(recursive: true);

    private static FakeHost Shop()
    {
        var shop = Samples.Shop();
        shop.Images["shop-api"] = SampleImages.DistrolessBase().Program("/app");
        return shop;
    }

    private async Task<(string?, string?, string?)> BaseAsync(IContainerHost host)
    {
        using var json = JsonDocument.Parse(await RunAsync(host, "list", "-o", "json"));
        var api = json.RootElement.GetProperty("targets").EnumerateArray().Single(target => target.GetProperty("name").GetString() == "shop-api");
        return (api.GetProperty("family").GetString(), api.GetProperty("familyConfidence").GetString(), api.GetProperty("libc").GetString());
    }

    private async Task<string> RunAsync(IContainerHost host, params string[] arguments) =>
        (await new CommandBench(host) { Paths = new ProgramPaths("/nowhere/config", _cache.FullName) }.RunAsync(arguments)).Output;
}
