using DebugDeck.Practice.Tests.Support;

namespace DebugDeck.Practice.Tests.Kubectl;

/// <summary><c>kubectl logs</c> in its forms.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task Logs_can_be_cut_by_tail_and_since_and_carry_timestamps()
    {
        await using var host = await PracticeHost.StartAsync(new() { Time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(RecordedWorld.Now) });
        var kubectl = await KubectlCommand.RequireAsync(host);

        var all = await kubectl.RunAsync("logs", "payments-845657dd4-tc8kh");
        var tail = await kubectl.RunAsync("logs", "payments-845657dd4-tc8kh", "--tail=2");
        var since = await kubectl.RunAsync("logs", "payments-845657dd4-tc8kh", "--since=3s", "--timestamps");
        var limited = await kubectl.RunAsync("logs", "payments-845657dd4-tc8kh", "--limit-bytes=10");

        Assert.Equal(5, Lines(all.StandardOutput).Length);
        Assert.Equal(Lines(all.StandardOutput)[^2..], Lines(tail.StandardOutput));
        Assert.Equal(3, Lines(since.StandardOutput).Length);
        Assert.All(Lines(since.StandardOutput), line => Assert.Matches(@"^2026-11-23T03:26:5\d\.000000000Z level=info", line));
        Assert.Equal("level=info", limited.StandardOutput);
    }

    [Fact]
    public async Task Logs_are_followed_to_their_end()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsync("logs", "-f", "--tail=1", "payments-845657dd4-tc8kh");

        Assert.Equal(("", 0), (result.StandardError, result.ExitCode));
        Assert.Equal(4, Lines(result.StandardOutput).Length);
    }

    [Fact]
    public async Task All_containers_come_with_their_names()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsync("logs", "multi", "--all-containers", "--prefix", "--tail=1");

        Assert.Equal(("", 0), (result.StandardError, result.ExitCode));
        foreach (var container in new[] { "log-shipper", "web", "worker", "sidecar" })
            Assert.Contains($"[pod/multi/{container}] ", result.StandardOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error: container nope is not valid for pod checkout-6c75bcbb88-7pwb8\n", "checkout-6c75bcbb88-7pwb8", "-c", "nope")]
    [InlineData("Error from server (BadRequest): previous terminated container \"app\" in pod \"checkout-6c75bcbb88-7pwb8\" not found\n", "checkout-6c75bcbb88-7pwb8", "-c", "app", "-p")]
    [InlineData("Error from server (BadRequest): container \"app\" in pod \"bad-image\" is waiting to start: trying and failing to pull image\n", "bad-image")]
    [InlineData("Error from server (BadRequest): container \"app\" in pod \"init-wait\" is waiting to start: PodInitializing\n", "init-wait", "-c", "app")]
    public async Task A_log_that_is_not_there_is_refused_with_the_recorded_sentence(string expected, params string[] arguments)
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsync(["logs", .. arguments]);

        Assert.Equal((expected, 1), (result.StandardError, result.ExitCode));
    }

    [Fact]
    public async Task The_log_of_the_previous_run_can_be_asked_for()
    {
        await using var host = await PracticeHost.StartAsync();
        var kubectl = await KubectlCommand.RequireAsync(host);

        var result = await kubectl.RunAsync("logs", "-p", "crasher");

        Assert.StartsWith("unable to retrieve container logs for containerd://", result.StandardOutput, StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
