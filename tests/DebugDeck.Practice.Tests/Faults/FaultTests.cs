using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Faults;
using DebugDeck.Practice.Tests.Support;

namespace DebugDeck.Practice.Tests.Faults;

/// <summary>The switch that makes the cluster fail.</summary>
public sealed class FaultTests
{
    private const string Pods = "/api/v1/namespaces/shop/pods";

    [Fact]
    public async Task A_dropped_request_breaks_the_connection_as_often_as_was_said()
    {
        await using var host = await PracticeHost.StartAsync();
        host.Cluster.Faults.Add(Fault.Drop("GET /api/v1/*/pods") with { Times = 2 });

        await Assert.ThrowsAsync<HttpRequestException>(() => host.Admin.GetAsync(Pods));
        await Assert.ThrowsAsync<HttpRequestException>(() => host.Admin.GetAsync(Pods));

        Assert.Equal("PodList", (await host.Admin.GetAsync(Pods))["kind"]!.ToString());
    }

    [Fact]
    public async Task A_slow_answer_comes_late_and_whole()
    {
        await using var host = await PracticeHost.StartAsync();
        host.Cluster.Faults.Add(Fault.Slow("GET *", TimeSpan.FromMilliseconds(400)));
        var watch = Stopwatch.StartNew();

        var list = await host.Admin.GetAsync(Pods);

        Assert.True(watch.ElapsedMilliseconds >= 390, $"{watch.ElapsedMilliseconds} ms");
        Assert.Equal("PodList", list["kind"]!.ToString());
    }

    [Fact]
    public async Task Too_many_requests_says_when_to_come_back()
    {
        await using var host = await PracticeHost.StartAsync();
        host.Cluster.Faults.Add(Fault.TooManyRequests("GET *", 7) with { Times = 1 });

        var (status, body, response) = await host.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Get, Pods));

        Assert.Equal(429, status);
        Assert.Equal("7", response.Headers.GetValues("Retry-After").Single());
        Assert.Equal("TooManyRequests", body!["reason"]!.ToString());
        Assert.Equal(7, (int)body["details"]!["retryAfterSeconds"]!);
    }

    [Fact]
    public async Task An_internal_error_is_a_status_of_500()
    {
        await using var host = await PracticeHost.StartAsync();
        host.Cluster.Faults.Add(Fault.InternalError("*"));

        var (status, body, _) = await host.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Get, Pods));

        Assert.Equal((500, "InternalError"), (status, body!["reason"]!.ToString()));
    }

    [Fact]
    public async Task Expired_is_410_for_a_list_and_an_event_for_a_watch()
    {
        await using var host = await PracticeHost.StartAsync();
        host.Cluster.Faults.Add(Fault.Expired("GET /api/v1/*"));

        var (listStatus, list, _) = await host.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Get, Pods));
        var (watchStatus, watch, _) = await host.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Get, Pods + "?watch=true&resourceVersion=5"));

        Assert.Equal((410, "Expired"), (listStatus, list!["reason"]!.ToString()));
        Assert.Equal((200, "ERROR"), (watchStatus, watch!["type"]!.ToString()));
        Assert.Equal(410, (int)watch["object"]!["code"]!);
    }

    [Fact]
    public async Task A_list_is_cut_in_the_middle()
    {
        await using var host = await PracticeHost.StartAsync();
        host.Cluster.Faults.Add(Fault.Cut("GET *", 1000));

        using var response = await host.Admin.Http.GetAsync(Pods, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_exec_stream_is_cut_without_a_status()
    {
        await using var host = await PracticeHost.StartAsync();
        host.Cluster.Faults.Add(Fault.Cut("GET */exec*", 100_000));

        var error = await Record.ExceptionAsync(() => WebSocketExchange.RunAsync(
            host.Admin, Pods + "/payments-845657dd4-tc8kh/exec?command=flood&container=app&stdout=true", "v5.channel.k8s.io", []));

        Assert.True(error is System.Net.WebSockets.WebSocketException or IOException, $"{error}");
    }

    [Fact]
    public async Task The_api_can_be_gone_for_a_time()
    {
        await using var host = await PracticeHost.StartAsync();
        Assert.Equal("PodList", (await host.Admin.GetAsync(Pods))["kind"]!.ToString());

        host.Cluster.Faults.TakeApiAway();
        var error = await Record.ExceptionAsync(() => host.Admin.GetAsync(Pods));
        host.Cluster.Faults.BringApiBack();

        // The second is what .NET 10 lets through where the server hangs up before the client has looked at the new connection.
        Assert.True(error is HttpRequestException or SocketException, $"{error}");

        Assert.Equal("PodList", (await host.Admin.GetAsync(Pods))["kind"]!.ToString());
    }

    [Fact]
    public async Task A_watch_ends_when_the_api_goes()
    {
        await using var host = await PracticeHost.StartAsync();
        using var response = await host.Admin.Http.GetAsync(Pods + "?watch=true", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("ADDED", JsonNode.Parse((await reader.ReadLineAsync(TestContext.Current.CancellationToken))!)!["type"]!.ToString());

        host.Cluster.Faults.TakeApiAway();

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is not null)
            {
            }
        });
    }
}
