using System.Threading.Channels;
using DebugDeck.Kubernetes.Configuration;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Tests.Connection;
using DebugDeck.Kubernetes.Watching;
using Microsoft.AspNetCore.Http;

namespace DebugDeck.Kubernetes.Tests.Watching;

/// <summary>Faults that a real API server does not give on demand, scripted answer by answer.</summary>
public sealed class PodWatchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_are_told_as_they_come_and_then_changes_from_the_lists_version()
    {
        var requests = await RunAsync(
            "Reset a PageEnd b Synced c -a",
            Json(List("10", "more", "a")),
            Json(List("12", null, "b")),
            Lines(Event("ADDED", "c", 13), Event("DELETED", "a", 14)));

        Assert.Contains("limit=500&continue=more", requests[1], StringComparison.Ordinal);
        Assert.Contains("resourceVersion=12", requests[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watch_that_ends_goes_on_from_the_last_version_without_a_new_list()
    {
        var requests = await RunAsync("Reset Synced a b", Json(List("10", null)), Lines(Event("ADDED", "a", 11), Bookmark(20)), Lines(Event("ADDED", "b", 21)));

        Assert.Contains("resourceVersion=20", requests[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_version_is_answered_with_a_new_list() => await RunAsync(
        "Reset a Synced Reset b Synced",
        Json(List("10", null, "a")),
        Lines("""{"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired","message":"too old resource version"}}"""),
        Json(List("50", null, "b")));

    [Fact]
    public async Task An_expired_page_starts_the_list_over() => await RunAsync(
        "Reset a PageEnd Reset a Synced",
        Json(List("10", "more", "a")),
        Status(410, "The provided continue parameter is too old"),
        Json(List("11", null, "a")));

    [Fact]
    public async Task A_server_in_trouble_is_lost_and_found_again_and_nothing_is_listed_twice() => await RunAsync(
        "Reset Synced Lost Found a",
        Json(List("10", null)),
        Status(503, "the server is currently unable to handle the request"),
        Lines(Event("ADDED", "a", 11)));

    [Fact]
    public async Task A_line_that_was_cut_is_read_again_from_the_version_before_it()
    {
        var requests = await RunAsync("Reset Synced a Lost Found b", Json(List("10", null)), Lines(Event("ADDED", "a", 11), """{"type":"ADDED","obj"""), Lines(Event("ADDED", "b", 12)));

        Assert.Contains("resourceVersion=11", requests[2], StringComparison.Ordinal);
    }

    // Runs the watch against the scripted answers until the expected events have come, and returns the requests it made.
    private static async Task<List<string>> RunAsync(string expected, params RequestDelegate[] answers)
    {
        var requests = new List<string>();
        var next = 0;
        await using var server = await TestApiServer.StartAsync(context =>
        {
            lock (requests)
            {
                requests.Add(context.Request.Path + context.Request.QueryString);
            }

            var at = Interlocked.Increment(ref next) - 1;
            return at < answers.Length ? answers[at](context) : Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var cluster = new ClusterEndpoint { Server = new Uri($"https://localhost:{server.Port}/"), SkipVerification = true };
        using var connection = new KubeConnection(new KubeContext("test", "default", cluster, UserCredentials.None), TimeProvider.System);
        var events = Channel.CreateUnbounded<PodEvent>();
        var backOff = new BackOff(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(5), TimeProvider.System, Random.Shared);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = new PodWatch(connection, null, backOff, TimeProvider.System, events.Writer.WriteAsync).RunAsync(stop.Token);

        var seen = new List<string>();
        while (seen.Count < expected.Split(' ').Length)
        {
            seen.Add(await events.Reader.ReadAsync(Token).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Token) switch
            {
                PodEvent.Changed(var pod) => pod.Metadata.Name,
                PodEvent.Deleted(var pod) => "-" + pod.Metadata.Name,
                var other => other.GetType().Name,
            });
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(expected, string.Join(' ', seen));
        return requests;
    }

    private static RequestDelegate Json(string body) => context => context.Response.WriteAsync(body, Token);

    private static RequestDelegate Lines(params string[] lines) => context => context.Response.WriteAsync(string.Join('\n', lines) + '\n', Token);

    private static RequestDelegate Status(int code, string message) => context =>
    {
        context.Response.StatusCode = code;
        return context.Response.WriteAsync($$"""{"kind":"Status","code":{{code}},"message":"{{message}}"}""", Token);
    };

    private static string List(string version, string? next, params string[] names) =>
        $$"""{"metadata":{"resourceVersion":"{{version}}","continue":"{{next}}"},"items":[{{string.Join(',', names.Select(name => Pod(name, 1)))}}]}""";

    private static string Event(string type, string name, int version) => "{" + $"\"type\":\"{type}\",\"object\":{Pod(name, version)}" + "}";

    private static string Bookmark(int version) => $$$"""{"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"{{{version}}}"},"spec":{"containers":null},"status":{} }}""";

    private static string Pod(string name, int version) => $$$"""{"metadata":{"name":"{{{name}}}","resourceVersion":"{{{version}}}"},"spec":{"containers":[{"name":"app"}]},"status":{}}""";
}
