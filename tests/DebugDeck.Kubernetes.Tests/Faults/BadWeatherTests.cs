using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Tests.Support;
using DebugDeck.Practice.Faults;

namespace DebugDeck.Kubernetes.Tests.Faults;

/// <summary>What a person does in a cluster that is slow, overloaded or away for a while.</summary>
public sealed class BadWeatherTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_asks_for_patience_at_every_step_gets_it()
    {
        await using var cluster = await TestCluster.PracticeAsync();
        string[] steps =
        [
            "GET */pods?limit=*", "GET */pods/checkout*", "GET */log?*", "POST */selfsubjectaccessreviews*", "GET */namespaces/shop", "PATCH *dryRun=All*", "PATCH */ephemeralcontainers*",
            "GET */pods?watch=*", "GET */exec?*",
        ];
        foreach (var step in steps)
        {
            cluster.Practice.Faults.Add(Fault.TooManyRequests(step, retryAfter: 0) with { Times = 1 });
        }

        Assert.Contains("distroless", await WorkAsync(cluster.Host()), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_server_that_wants_to_be_left_alone_for_a_second_is()
    {
        await using var cluster = await TestCluster.PracticeAsync();
        var host = cluster.Host();
        cluster.Practice.Faults.Add(Fault.TooManyRequests("GET *", retryAfter: 1) with { Times = 1 });
        var began = TimeProvider.System.GetTimestamp();

        Assert.Single(await host.FindAsync(TargetAddress.Parse("pod/multi"), Token));

        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.FromMilliseconds(990), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_slow_server_is_waited_for()
    {
        await using var cluster = await TestCluster.PracticeAsync();
        cluster.Practice.Faults.Add(Fault.Slow("*", TimeSpan.FromMilliseconds(150)));

        Assert.Contains("distroless", await WorkAsync(cluster.Host()), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task One_that_is_slower_than_the_user_waits_is_given_up()
    {
        await using var cluster = await TestCluster.PracticeAsync();
        cluster.RequestTimeout = TimeSpan.FromMilliseconds(200);
        var host = cluster.Host();
        cluster.Practice.Faults.Add(Fault.Slow("*", TimeSpan.FromSeconds(20)));

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => host.FindAsync(TargetAddress.Parse("pod/multi"), Token));
        var (status, _) = await host.ListAsync(Token);

        Assert.Equal((ErrorKind.Unreachable, "practice has not answered for 0.2 s"), (error.Kind, error.Message));
        Assert.Contains("--request-timeout", error.Hint, StringComparison.Ordinal);
        Assert.Equal((HostState.Unreachable, error.Message), (status.State, status.Reason));
    }

    [Fact]
    public async Task A_session_is_there_again_when_the_server_is()
    {
        await using var cluster = await TestCluster.PracticeAsync();
        var host = cluster.Host();
        var target = await CheckoutAsync(host);
        await using var session = await host.StartAsync(await host.PlanAsync(target, new DebugRequest(), Token), new Words(), Token);
        await using var shell = await session.RunAsync(session.Command(["sh", "-c", "echo ready; sleep 60"]), Token);
        Assert.True((await shell.ReadAsync(new byte[100], Token)).Count > 0);

        cluster.Practice.Faults.TakeApiAway();
        var cut = await Assert.ThrowsAsync<DebugDeckException>(async () => await RemoteOutput.OfAsync(shell));
        var away = await Assert.ThrowsAsync<DebugDeckException>(async () => await session.RunAsync(session.Command(["true"]), Token));
        cluster.Practice.Faults.BringApiBack();

        Assert.Equal((ErrorKind.Unreachable, ErrorKind.Unreachable), (cut.Kind, away.Kind));
        Assert.Contains("is not reachable at 127.0.0.1:", away.Message, StringComparison.Ordinal);
        Assert.Contains(await host.SessionsAsync(Token), found => found.Id == session.Info.Id);
        await using var again = await session.RunAsync(session.Command(["echo", "here"]), Token);
        Assert.Equal("here\n", (await RemoteOutput.OfAsync(again)).Output);
    }

    [Fact]
    public async Task A_start_whose_watches_break_and_whose_lists_expire_still_ends_in_a_session()
    {
        await using var cluster = await TestCluster.PracticeAsync();
        var host = cluster.Host();
        var plan = await host.PlanAsync(await CheckoutAsync(host), new DebugRequest(), Token);
        cluster.Practice.Faults.Add(Fault.Cut("GET *watch=*", afterBytes: 100) with { Times = 2 });
        cluster.Practice.Faults.Add(Fault.Expired("GET *watch=*") with { Times = 2 });

        await using var session = await host.StartAsync(plan, new Words(), Token);

        await using var process = await session.RunAsync(session.Command(["true"]), Token);
        Assert.Equal(0, (await RemoteOutput.OfAsync(process)).ExitCode);
    }

    // Finds, reads, plans, starts, looks and ends, as `debugdeck debug` would.
    private static async Task<string> WorkAsync(KubernetesHost host)
    {
        Assert.Equal(HostState.Ready, (await host.ListAsync(Token)).Status.State);
        var target = await CheckoutAsync(host);
        Assert.NotEmpty(await host.LogsAsync(target, new LogRequest(), Token).ToListAsync(Token));
        var plan = await host.PlanAsync(target, new DebugRequest(), Token);
        await using var session = await host.StartAsync(plan, new Words(), Token);
        var text = await session.Files.ReadAsync("/etc/os-release", 1000, Token);
        await session.EndAsync(Token);
        return Encoding.UTF8.GetString(text);
    }

    private static async Task<Target> CheckoutAsync(KubernetesHost host) => Assert.Single(await host.FindAsync(TargetAddress.Parse("deploy/checkout"), Token));
}
