using System.Text.Json.Nodes;
using DebugDeck.Practice.Server;
using DebugDeck.Practice.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace DebugDeck.Practice.Tests.Contract;

/// <summary>Lists, tables and discovery against those of a real cluster with the same objects in it.</summary>
public sealed class ListContractTests
{
    [Fact]
    public async Task The_pod_table_has_the_recorded_columns_and_cells()
    {
        await using var host = await PracticeHost.StartAsync(new PracticeOptions { Time = new FakeTimeProvider(RecordedWorld.Now) });
        var recording = Recording.Load("pod-list-table");

        var (status, body, _) = await host.Admin.SendAsync(recording.ToHttp());

        Assert.Equal(recording.Status, status);
        var expected = recording.Response["body"]!;
        Assert.Equal(expected["kind"]!.ToString(), body!["kind"]!.ToString());
        Assert.Equal(Columns(expected), Columns(body));
        Assert.Equal(Rows(expected), Rows(body));
        Assert.Equal(Conditions(expected), Conditions(body));
    }

    [Fact]
    public async Task A_limited_list_gives_a_token_and_says_how_much_remains()
    {
        await using var host = await PracticeHost.StartAsync();
        var recording = Recording.Load("pod-list-limit3");

        var (_, body, _) = await host.Admin.SendAsync(recording.ToHttp());

        var expected = recording.Response["body"]!;
        Assert.Equal(Names(expected), Names(body!));
        Assert.Equal(expected["metadata"]!["remainingItemCount"]!.ToString(), body!["metadata"]!["remainingItemCount"]!.ToString());
        Assert.NotEmpty(body["metadata"]!["continue"]!.ToString());
        Assert.False(body["items"]![0]!.AsObject().ContainsKey("kind"));
    }

    [Fact]
    public async Task Discovery_says_of_each_resource_what_a_real_cluster_says()
    {
        await using var host = await PracticeHost.StartAsync();
        var recording = Recording.Load("api-core-resources");

        var (_, body, _) = await host.Admin.SendAsync(recording.ToHttp());

        var expected = recording.Response["body"]!["resources"]!.AsArray().ToDictionary(resource => resource!["name"]!.ToString());
        foreach (var resource in body!["resources"]!.AsArray())
        {
            var real = expected[resource!["name"]!.ToString()]!;
            foreach (var field in new[] { "singularName", "namespaced", "kind", "shortNames", "categories" })
                Assert.Equal(real[field]?.ToJsonString(), resource[field]?.ToJsonString());
            Assert.Subset(Verbs(real), Verbs(resource));
        }

        static HashSet<string> Verbs(JsonNode resource) => [.. resource["verbs"]!.AsArray().Select(verb => verb!.ToString())];
    }

    [Fact]
    public async Task The_version_is_the_recorded_one_marked_as_practice()
    {
        await using var host = await PracticeHost.StartAsync();
        var recording = Recording.Load("version");

        var (_, body, _) = await host.Admin.SendAsync(recording.ToHttp());

        var expected = recording.Response["body"]!.AsObject();
        Assert.Equal(expected.Select(field => field.Key), body!.AsObject().Select(field => field.Key));
        Assert.Equal(expected["minor"]!.ToString(), body["minor"]!.ToString());
        Assert.StartsWith(expected["gitVersion"]!.ToString(), body["gitVersion"]!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("practice", body["gitVersion"]!.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Columns(JsonNode table) => table["columnDefinitions"]!.AsArray()
        .Select(column => $"{column!["name"]} {column["type"]} {column["format"]} {column["priority"]}");

    private static IEnumerable<string> Rows(JsonNode table) => table["rows"]!.AsArray().Select(row => row!["cells"]!.ToJsonString());

    private static IEnumerable<string?> Conditions(JsonNode table) => table["rows"]!.AsArray().Select(row => row!["conditions"]?.ToJsonString());

    private static IEnumerable<string> Names(JsonNode list) => list["items"]!.AsArray().Select(item => $"{item!["metadata"]!["namespace"]}/{item["metadata"]!["name"]}");
}
