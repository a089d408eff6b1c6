using System.Text.Json.Nodes;
using DebugDeck.Practice.Tests.Support;

namespace DebugDeck.Practice.Tests.Contract;

/// <summary>Replays requests that were made to a real cluster and compares the answers.</summary>
public sealed class RequestContractTests
{
    [Theory]
    [InlineData("ec-patch-bad-name")]
    [InlineData("ec-patch-bad-target")]
    [InlineData("ec-patch-dryrun-baseline-ns-rejected-general")]
    [InlineData("ec-patch-dryrun-baseline-ns-rejected-privileged")]
    [InlineData("ec-patch-dryrun-rbac-forbidden")]
    [InlineData("ec-patch-dryrun-restricted-ns-rejected-general")]
    [InlineData("ec-patch-dryrun-restricted-ns-rejected-nosc")]
    [InlineData("ec-patch-dryrun-restricted-ns-rejected-privileged")]
    [InlineData("ec-patch-dryrun-restricted-ns-root-runasuser0")]
    [InlineData("ec-patch-name-clash")]
    [InlineData("ec-patch-notfound")]
    [InlineData("ec-patch-rbac-forbidden")]
    [InlineData("ec-patch-stale-rv")]
    [InlineData("ec-patch-unknown-volume")]
    [InlineData("ec-patch-with-ports-probe")]
    [InlineData("ec-patch-with-resources")]
    [InlineData("ec-patch-wrong-ctype")]
    [InlineData("ec-put-conflict")]
    [InlineData("pod-patch-ec-wrong-endpoint")]
    [InlineData("pod-notfound")]
    [InlineData("pods-rbac-forbidden-cluster")]
    [InlineData("secrets-rbac-forbidden")]
    [InlineData("exec-rbac-forbidden")]
    [InlineData("logs-ec-waiting")]
    [InlineData("logs-no-container-multi")]
    [InlineData("logs-podinitializing")]
    [InlineData("logs-previous-none")]
    [InlineData("logs-unknown-container")]
    [InlineData("logs-waiting-config")]
    [InlineData("logs-waiting-image")]
    [InlineData("logs-waiting-never")]
    public async Task A_request_is_refused_as_by_a_real_cluster(string name)
    {
        await using var host = await PracticeHost.StartAsync();

        await ReplayAsync(host, name);
    }

    [Theory]
    [InlineData("ec-patch-dup-name-changed")]
    [InlineData("ec-patch-json-merge")]
    [InlineData("ec-remove-attempt")]
    public async Task Ephemeral_containers_that_exist_cannot_be_changed_or_removed(string name)
    {
        await using var host = await PracticeHost.StartAsync();
        await ReplayPodAsync(host, "ec-patch-ok-strategic");

        await ReplayAsync(host, name);
    }

    [Theory]
    [InlineData("ec-patch-ok-strategic")]
    [InlineData("ec-patch-dryrun-baseline-ns-accepted-nosc")]
    [InlineData("ec-patch-dryrun-restricted-ns-accepted")]
    [InlineData("ec-patch-completed-pod")]
    [InlineData("ec-patch-pending-pod")]
    public async Task An_accepted_patch_leaves_the_same_ephemeral_containers(string name)
    {
        await using var host = await PracticeHost.StartAsync();

        await ReplayPodAsync(host, name);
    }

    [Fact]
    public async Task A_dry_run_shows_the_container_beside_those_that_exist()
    {
        await using var host = await PracticeHost.StartAsync();
        await ReplayPodAsync(host, "ec-patch-ok-strategic");

        await ReplayPodAsync(host, "ec-patch-dryrun-ok");
    }

    [Fact]
    public async Task Other_fields_in_a_patch_of_ephemeral_containers_are_ignored()
    {
        await using var host = await PracticeHost.StartAsync();
        await ReplayPodAsync(host, "ec-patch-ok-strategic");

        var pod = await ReplayPodAsync(host, "ec-patch-other-field");

        Assert.Null(pod["spec"]!["activeDeadlineSeconds"]);
    }

    [Theory]
    [InlineData("logs-ec-done")]
    [InlineData("logs-ok")]
    [InlineData("logs-previous-crasher")]
    [InlineData("logs-runcontainererror")]
    [InlineData("logs-unscheduled")]
    public async Task A_log_has_the_same_status_and_form(string name)
    {
        await using var host = await PracticeHost.StartAsync();
        var recording = Recording.Load(name);

        var (status, body, _) = await host.For(recording.User).SendAsync(recording.ToHttp());

        Assert.Equal(recording.Status, status);
        var expected = recording.Response["body"]!.ToString().Split('\n');
        var actual = body!.ToString().Split('\n');
        Assert.Equal(expected.Length, actual.Length);
        Assert.Equal(expected.Select(LogShape), actual.Select(LogShape));
    }

    [Theory]
    [InlineData("admin", "create-exec")]
    [InlineData("admin", "get-log")]
    [InlineData("admin", "patch-ec")]
    [InlineData("debugger", "create-exec")]
    [InlineData("debugger", "get-log")]
    [InlineData("debugger", "patch-ec")]
    [InlineData("readonly", "create-exec")]
    [InlineData("readonly", "get-log")]
    [InlineData("readonly", "patch-ec")]
    public async Task An_access_review_gives_the_same_verdict_and_reason(string user, string question)
    {
        await using var host = await PracticeHost.StartAsync();
        var recording = Recording.Load($"ssar-{user}-{question}");

        var (status, body, _) = await host.For(user).SendAsync(recording.ToHttp());

        Assert.Equal(recording.Status, status);
        AssertSame(recording.Response["body"]!["status"], body!["status"]);
        AssertSame(recording.Response["body"]!["spec"], body["spec"]);
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("debugger")]
    [InlineData("readonly")]
    public async Task A_rules_review_lists_the_same_rules(string user)
    {
        await using var host = await PracticeHost.StartAsync();
        var recording = Recording.Load($"ssrr-{user}-shop");

        var (_, body, _) = await host.For(user).SendAsync(recording.ToHttp());

        Assert.Equal(Rules(recording.Response["body"]!), Rules(body!));
        static IEnumerable<string> Rules(JsonNode review) =>
            review["status"]!["resourceRules"]!.AsArray().Select(rule => rule!.ToJsonString()).Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("debugger")]
    [InlineData("readonly")]
    public async Task Whoami_names_the_user_and_groups(string user)
    {
        await using var host = await PracticeHost.StartAsync();
        var recording = Recording.Load($"whoami-{user}");
        var expected = recording.Response["body"]!["status"]!["userInfo"]!.AsObject();
        expected.Remove("extra");

        var (status, body, _) = await host.For(user).SendAsync(recording.ToHttp());

        Assert.Equal(recording.Status, status);
        AssertSame(expected, body!["status"]!["userInfo"]);
    }

    [Fact]
    public async Task A_stale_watch_answers_200_with_an_expired_event()
    {
        await using var host = await PracticeHost.StartAsync();
        var recording = Recording.Load("watch-bad-rv");

        var (status, body, _) = await host.Admin.SendAsync(recording.ToHttp());

        Assert.Equal(recording.Status, status);
        Assert.Equal("ERROR", body!["type"]!.ToString());
        var expected = recording.Response["body"]!["object"]!.AsObject();
        var actual = body["object"]!.AsObject();
        Assert.StartsWith("too old resource version: 1 (", actual["message"]!.ToString(), StringComparison.Ordinal);
        expected.Remove("message");
        actual.Remove("message");
        AssertSame(expected, actual);
    }

    private static async Task ReplayAsync(PracticeHost host, string name)
    {
        var recording = Recording.Load(name);

        var (status, body, _) = await host.For(recording.User).SendAsync(recording.ToHttp());

        Assert.Equal(recording.Status, status);
        Assert.Equal(Answers.Normalize(recording.Response["body"]), Answers.Normalize(body));
    }

    private static async Task<JsonNode> ReplayPodAsync(PracticeHost host, string name)
    {
        var recording = Recording.Load(name);

        var (status, body, _) = await host.For(recording.User).SendAsync(recording.ToHttp());

        Assert.Equal(recording.Status, status);
        AssertSame(recording.Response["body"]!["spec"]!["ephemeralContainers"], body!["spec"]!["ephemeralContainers"]);
        AssertSame(recording.Response["body"]!["metadata"]!["labels"], body["metadata"]!["labels"]);
        return body;
    }

    private static void AssertSame(JsonNode? expected, JsonNode? actual)
    {
        Assert.True(JsonNode.DeepEquals(expected, actual), $"expected {expected?.ToJsonString()}\nbut was {actual?.ToJsonString()}");
    }

    /// <summary>The line with digits blurred: times and counters go on, the form stays.</summary>
    private static string LogShape(string line)
    {
        var blurred = System.Text.RegularExpressions.Regex.Replace(line, "containerd://[0-9a-f]+", "containerd://<id>");
        blurred = System.Text.RegularExpressions.Regex.Replace(blurred, @"(?<=^\S*Z )\S*Z ", "");
        return System.Text.RegularExpressions.Regex.Replace(blurred, "[0-9]", "0");
    }
}
