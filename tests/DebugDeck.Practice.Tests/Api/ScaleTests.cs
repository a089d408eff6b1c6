using System.Text.Json;
using DebugDeck.Practice.Server;
using DebugDeck.Practice.Tests.Support;

namespace DebugDeck.Practice.Tests.Api;

/// <summary>A cluster of 50,000 pods that never rests.</summary>
public sealed class ScaleTests
{
    private const int Pods = 50_000;
    private const int RecordedPods = 37;

    [Fact]
    public async Task Fifty_thousand_pods_are_listed_and_watched_while_they_change()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await using var host = await PracticeHost.StartAsync(new PracticeOptions { GeneratedPods = Pods, ChangesPerSecond = 200 });
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;

        var (count, version) = await ListAsync(host);
        using var watch = await WatchReader.OpenAsync(host.Admin, $"/api/v1/pods?watch=1&resourceVersion={version}");
        for (var i = 0; i < 200; i++)
            Assert.Equal("MODIFIED", (await watch.NextAsync())!["type"]!.ToString());

        Assert.Equal(Pods + RecordedPods, count);
        Assert.True(grown < 400L << 20, $"{grown >> 20} MB");
    }

    private static async Task<(int Count, string Version)> ListAsync(PracticeHost host)
    {
        var count = 0;
        var next = "";
        string version;
        do
        {
            await using var stream = await host.Admin.Http.GetStreamAsync($"/api/v1/pods?limit=500&continue={next}", TestContext.Current.CancellationToken);
            using var page = await JsonDocument.ParseAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
            count += page.RootElement.GetProperty("items").GetArrayLength();
            var metadata = page.RootElement.GetProperty("metadata");
            version = metadata.GetProperty("resourceVersion").GetString()!;
            next = metadata.TryGetProperty("continue", out var token) ? token.GetString() : null;
        }
        while (next is not null);
        return (count, version);
    }
}
