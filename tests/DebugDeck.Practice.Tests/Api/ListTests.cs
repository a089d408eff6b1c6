using System.IO.Compression;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Server;
using DebugDeck.Practice.Tests.Support;

namespace DebugDeck.Practice.Tests.Api;

/// <summary>Lists: pages, selections and forms.</summary>
public sealed class ListTests
{
    [Fact]
    public async Task Pages_show_one_moment_however_much_changes_between_them()
    {
        await using var host = await PracticeHost.StartAsync();
        var expected = host.Cluster.State.List("pods").Select(pod => pod["metadata"]!["name"]!.ToString()).ToList();
        var names = new List<string>();
        var next = "";
        do
        {
            var page = await host.Admin.GetAsync($"/api/v1/pods?limit=7&continue={next}");
            names.AddRange(page["items"]!.AsArray().Select(item => item!["metadata"]!["name"]!.ToString()));
            next = page["metadata"]!["continue"]?.ToString();
            host.Cluster.State.Remove(ObjectKey.Pod("shop", "unschedulable"));
        }
        while (next is not null);

        Assert.Equal(expected, names);
    }

    [Fact]
    public async Task A_page_of_a_forgotten_list_is_expired()
    {
        await using var host = await PracticeHost.StartAsync();
        var page = await host.Admin.GetAsync("/api/v1/pods?limit=7");
        host.Cluster.ForgetHistory();

        var (status, body, _) = await host.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/api/v1/pods?limit=7&continue={page["metadata"]!["continue"]}"));

        Assert.Equal((410, "Expired"), (status, body!["reason"]!.ToString()));
    }

    [Fact]
    public async Task A_page_is_expired_when_the_history_no_longer_reaches_back_to_its_list()
    {
        await using var host = await PracticeHost.StartAsync(new PracticeOptions { WatchHistory = 3 });
        var page = await host.Admin.GetAsync("/api/v1/pods?limit=7");
        for (var i = 0; i < 5; i++)
            host.Cluster.State.Update(ObjectKey.Pod("shop", "multi"), pod => pod["metadata"]!["annotations"] = new JsonObject { ["note"] = $"{i}" });

        var (status, _, _) = await host.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/api/v1/pods?limit=7&continue={page["metadata"]!["continue"]}"));

        Assert.Equal(410, status);
    }

    [Fact]
    public async Task A_broken_token_is_a_bad_request()
    {
        await using var host = await PracticeHost.StartAsync();

        var (status, _, _) = await host.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/v1/pods?limit=7&continue=nonsense"));

        Assert.Equal(400, status);
    }

    [Fact]
    public async Task Metadata_alone_can_be_asked_for()
    {
        await using var host = await PracticeHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/namespaces/base/pods");
        request.Headers.TryAddWithoutValidation("Accept", "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1");

        var (_, body, _) = await host.Admin.SendAsync(request);

        Assert.Equal("PartialObjectMetadataList", body!["kind"]!.ToString());
        Assert.All(body["items"]!.AsArray(), item => Assert.Equal(["kind", "apiVersion", "metadata"], item!.AsObject().Select(member => member.Key)));
    }

    [Theory]
    [InlineData("None", null)]
    [InlineData("Metadata", "PartialObjectMetadata")]
    [InlineData("Object", "Pod")]
    public async Task A_table_carries_as_much_of_the_objects_as_was_asked(string include, string? expected)
    {
        await using var host = await PracticeHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/namespaces/base/pods?includeObject={include}");
        request.Headers.TryAddWithoutValidation("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io,application/json");

        var (_, body, _) = await host.Admin.SendAsync(request);

        Assert.All(body!["rows"]!.AsArray(), row => Assert.Equal(expected, row!["object"]?["kind"]?.ToString()));
    }

    [Fact]
    public async Task A_form_that_nobody_speaks_is_not_acceptable()
    {
        await using var host = await PracticeHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/pods");
        request.Headers.TryAddWithoutValidation("Accept", "application/vnd.kubernetes.protobuf");

        var (status, body, _) = await host.Admin.SendAsync(request);

        Assert.Equal((406, "NotAcceptable"), (status, body!["reason"]!.ToString()));
    }

    [Fact]
    public async Task A_big_answer_is_compressed_for_who_takes_it()
    {
        await using var host = await PracticeHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/pods");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");

        using var response = await host.Admin.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        await using var plain = new GZipStream(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        Assert.Equal("PodList", (await JsonNode.ParseAsync(plain, cancellationToken: TestContext.Current.CancellationToken))!["kind"]!.ToString());
    }

    [Theory]
    [InlineData("/api/v1/pods?fieldSelector=spec.colour%3Dred", 400)]
    [InlineData("/api/v1/pods?labelSelector=a%20b", 400)]
    [InlineData("/api/v1/pods?resourceVersion=99999999", 504)]
    [InlineData("/api/v1/gadgets", 404)]
    [InlineData("/apis/gadgets.io/v1", 404)]
    [InlineData("/openapi/v3", 404)]
    public async Task What_cannot_be_answered_is_refused(string path, int expected)
    {
        await using var host = await PracticeHost.StartAsync();

        var (status, body, _) = await host.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

        Assert.Equal(expected, status);
        Assert.Equal("Status", body!["kind"]!.ToString());
    }

    [Fact]
    public async Task Ten_thousand_pods_are_read_in_pages_within_a_second()
    {
        await using var host = await PracticeHost.StartAsync(new PracticeOptions { GeneratedPods = 10_000 });
        await ReadAllAsync(host);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var count = await ReadAllAsync(host);

        Assert.True(count >= 10_000, $"{count} pods");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1) * Slowness, $"{watch.Elapsed}");
    }

    /// <summary>The bound is for a machine that does nothing else; tests share theirs.</summary>
    private static double Slowness => Environment.ProcessorCount < 4 ? 5 : 2;

    private static async Task<int> ReadAllAsync(PracticeHost host)
    {
        var count = 0;
        var next = "";
        do
        {
            await using var stream = await host.Admin.Http.GetStreamAsync($"/api/v1/pods?limit=500&continue={next}", TestContext.Current.CancellationToken);
            using var page = await System.Text.Json.JsonDocument.ParseAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
            count += page.RootElement.GetProperty("items").GetArrayLength();
            next = page.RootElement.GetProperty("metadata").TryGetProperty("continue", out var token) ? token.GetString() : null;
        }
        while (next is not null);
        return count;
    }
}
