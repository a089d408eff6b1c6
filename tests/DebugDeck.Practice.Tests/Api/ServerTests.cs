using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Tests.Support;

namespace DebugDeck.Practice.Tests.Api;

/// <summary>The server as such: who gets in, what is written where, and small duties.</summary>
public sealed class ServerTests
{
    [Fact]
    public async Task Nobody_gets_in_without_a_token()
    {
        await using var host = await PracticeHost.StartAsync();
        host.Admin.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "guessed");

        var (status, body, _) = await host.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/v1/pods"));

        Assert.Equal((401, "Unauthorized", "Unauthorized"), (status, body!["reason"]!.ToString(), body["message"]!.ToString()));
    }

    [Fact]
    public async Task Nobody_acts_as_somebody_else()
    {
        await using var host = await PracticeHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/pods");
        request.Headers.Add("Impersonate-User", "admin");

        var (status, body, _) = await host.For("readonly").SendAsync(request);

        Assert.Equal(403, status);
        Assert.Equal(
            "users \"admin\" is forbidden: User \"readonly\" cannot impersonate resource \"users\" in API group \"\" at the cluster scope",
            body!["message"]!.ToString());
    }

    [Fact]
    public async Task The_server_listens_on_loopback_only_and_speaks_tls()
    {
        await using var host = await PracticeHost.StartAsync();

        Assert.Equal("https", host.Cluster.Endpoint.Scheme);
        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(host.Cluster.Endpoint.Host)));
    }

    [Fact]
    public async Task Kubeconfigs_are_for_their_owner_alone_and_go_with_the_cluster()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("file modes are a Unix matter");
            return;
        }

        var host = await PracticeHost.StartAsync();
        var path = host.Cluster.KubeconfigPaths["readonly"];

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(path)!));
        await host.DisposeAsync();
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Several_clusters_run_side_by_side()
    {
        await using var one = await PracticeHost.StartAsync();
        await using var two = await PracticeHost.StartAsync();

        one.Cluster.State.Remove(ObjectKey.Pod("shop", "multi"));

        Assert.NotEqual(one.Cluster.Endpoint, two.Cluster.Endpoint);
        Assert.Equal("multi", (await two.Admin.GetAsync("/api/v1/namespaces/shop/pods/multi"))["metadata"]!["name"]!.ToString());
    }

    [Theory]
    [InlineData("/readyz")]
    [InlineData("/livez")]
    [InlineData("/healthz")]
    public async Task The_server_says_that_it_is_well(string path)
    {
        await using var host = await PracticeHost.StartAsync();

        Assert.Equal("ok", await host.Admin.Http.GetStringAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_namespace_that_warns_does_so_in_a_header()
    {
        await using var host = await PracticeHost.StartAsync();
        host.Cluster.State.Update(new ObjectKey("namespaces", null, "shop"), tree => tree["metadata"]!["labels"]!["pod-security.kubernetes.io/warn"] = "restricted");
        using var request = Recording.Load("ec-patch-dryrun-ok").ToHttp();

        var (status, _, response) = await host.Admin.SendAsync(request);

        Assert.Equal(200, status);
        Assert.StartsWith("299 - \"would violate PodSecurity \\\"restricted:latest\\\": ", response.Headers.GetValues("Warning").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_that_a_path_does_not_know_is_not_allowed()
    {
        await using var host = await PracticeHost.StartAsync();

        var (status, body, _) = await host.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/v1/namespaces/shop/pods/multi/log"));

        Assert.Equal((405, "MethodNotAllowed"), (status, body!["reason"]!.ToString()));
    }

    [Theory]
    [InlineData("GET", "/api/v1/namespaces/shop/pods/multi/gadget", 404)]
    [InlineData("DELETE", "/api/v1/namespaces/shop", 405)]
    [InlineData("DELETE", "/api/v1/namespaces/shop/pods", 405)]
    [InlineData("GET", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", 405)]
    public async Task What_the_cluster_does_not_do_is_refused(string method, string path, int expected)
    {
        await using var host = await PracticeHost.StartAsync();

        var (status, _, _) = await host.Admin.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task A_pod_that_exists_cannot_be_created_again()
    {
        await using var host = await PracticeHost.StartAsync();

        var (status, body, _) = await host.Admin.SendAsync(Create("""{"metadata":{"name":"multi"},"spec":{"containers":[{"name":"a","image":"b"}]}}"""));

        Assert.Equal((409, "pods \"multi\" already exists"), (status, body!["message"]!.ToString()));
    }

    [Fact]
    public async Task A_dry_run_creates_nothing()
    {
        await using var host = await PracticeHost.StartAsync();

        var (status, body, _) = await host.Admin.SendAsync(Create("""{"metadata":{"generateName":"trial-"},"spec":{"containers":[{"name":"a","image":"b"}]}}""", "?dryRun=All"));

        Assert.Equal(201, status);
        Assert.Matches("^trial-[a-z0-9]{5}$", body!["metadata"]!["name"]!.ToString());
        Assert.Null(host.Cluster.State.Find(ObjectKey.Pod("shop", body["metadata"]!["name"]!.ToString())));
    }

    [Fact]
    public async Task A_pod_is_told_to_end_before_it_goes()
    {
        await using var host = await PracticeHost.StartAsync();

        var (_, body, _) = await host.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/api/v1/namespaces/shop/pods/multi?gracePeriodSeconds=7"));

        Assert.Equal(7, (int)body!["metadata"]!["deletionGracePeriodSeconds"]!);
        Assert.NotNull(body["metadata"]!["deletionTimestamp"]);
        Assert.Null(host.Cluster.State.Find(ObjectKey.Pod("shop", "multi")));
    }

    private static HttpRequestMessage Create(string body, string query = "") => new(HttpMethod.Post, "/api/v1/namespaces/shop/pods" + query)
    {
        Content = new StringContent(body, Encoding.UTF8, "application/json"),
    };
}
