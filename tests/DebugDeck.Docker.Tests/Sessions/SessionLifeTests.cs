using System.Diagnostics;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests.Sessions;

public sealed class SessionLifeTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_is_listed_with_what_it_is_for()
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");
        await using var session = await bench.StartAsync(limit: TimeSpan.FromMinutes(20));

        var listed = Assert.Single(await bench.Sessions.ListAsync(Cancelled), info => info.Id == session.Info.Id);

        Assert.Equal(session.Info, listed);
        Assert.Equal($"docker://{bench.Target.Name}", listed.Target);
        Assert.Equal("busybox", listed.Toolbox);
        Assert.Equal(TimeSpan.FromMinutes(20), listed.EndsAt - listed.StartedAt);
        Assert.Equal($"{Environment.UserName}@{Environment.MachineName}", listed.StartedBy);
    }

    [Fact]
    public async Task A_session_that_runs_is_taken_up_again()
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");
        await using var first = await bench.StartAsync();
        await using var second = await bench.StartAsync();
        await using var other = await bench.StartAsync("netshoot");

        Assert.Equal(first.Info, second.Info);
        Assert.NotEqual(first.Info.Id, other.Info.Id);
        Assert.Equal(0, (await SessionBench.RunAsync(second, "true")).Code);
    }

    [Fact]
    public async Task A_session_of_the_targets_former_run_is_not_taken_up()
    {
        await using var bench = await SessionBench.RunAsync("--pid=host", "ddtest/distroless", "--quiet");
        await using var first = await bench.StartAsync();
        await TestEngine.DockerAsync("restart", "--time=5", bench.Target.Name);

        await using var second = await bench.StartAsync();

        Assert.NotEqual(first.Info.Id, second.Info.Id);
        Assert.Contains("app\n", (await SessionBench.RunAsync(second, "sh", "-c", "ls $TARGET")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("debugdeck-")]
    public async Task Ending_removes_the_debug_container_by_id_or_name(string prefix)
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");
        await using var session = await bench.StartAsync();

        await bench.Sessions.EndAsync(prefix + session.Info.Id, Cancelled);

        Assert.Empty(await bench.LeftoversAsync());
        var error = await Assert.ThrowsAsync<DebugDeckException>(() => bench.Sessions.EndAsync(session.Info.Id, Cancelled));
        Assert.Equal(ErrorKind.NotFound, error.Kind);
    }

    [Fact]
    public async Task What_is_not_ours_is_never_removed()
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");

        foreach (var id in new[] { bench.Target.Id, bench.Target.Name, "", "debugdeck-" })
        {
            var error = await Assert.ThrowsAsync<DebugDeckException>(() => bench.Sessions.EndAsync(id, Cancelled));
            Assert.Equal(ErrorKind.NotFound, error.Kind);
        }

        Assert.Equal("true", await TestEngine.DockerAsync("inspect", "--format", "{{.State.Running}}", bench.Target.Name));
    }

    [Theory]
    [InlineData(DebugTechnique.Sidecar)]
    [InlineData(DebugTechnique.Copy)]
    public async Task The_time_limit_ends_and_removes_it_with_everything_that_runs_in_it(DebugTechnique technique)
    {
        await using var bench = await (technique == DebugTechnique.Sidecar
            ? SessionBench.RunAsync("ddtest/distroless", "--quiet")
            : SessionBench.CreateAsync("ddtest/distroless", "--quiet"));
        await using var session = await bench.StartAsync(limit: TimeSpan.FromSeconds(2));
        await using var process = await session.RunAsync(session.Command(["sleep", "600"]), Cancelled);
        var clock = Stopwatch.StartNew();

        // The engine kills the process (137), or has removed the container before it can say so.
        try
        {
            Assert.Equal(137, (await SessionBench.ReadAsync(process)).Code);
        }
        catch (DebugDeckException error)
        {
            Assert.Equal(ErrorKind.Unreachable, error.Kind);
        }

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.Equal(technique, session.Plan.Technique);
        while ((await bench.LeftoversAsync()).Length > 0)
        {
            await Task.Delay(50, Cancelled);
        }
    }

    [Fact]
    public async Task A_toolbox_that_cannot_be_fetched_is_a_clear_failure_with_a_hint()
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");

        // The discard port: nothing listens there on any machine.
        var error = await Assert.ThrowsAsync<DebugDeckException>(() => bench.StartAsync("127.0.0.1:9/tools/absent:v1"));

        Assert.Equal(ErrorKind.Failed, error.Kind);
        Assert.StartsWith("the toolbox image 127.0.0.1:9/tools/absent:v1 is not on docker and cannot be fetched: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("connection refused", error.Message, StringComparison.Ordinal);
        Assert.Contains("mirrors", error.Hint, StringComparison.Ordinal);
        Assert.Contains("fetching 127.0.0.1:9/tools/absent:v1", bench.Progress);
        Assert.Empty(await bench.LeftoversAsync());
    }

    [Fact]
    public async Task A_plan_that_does_not_fit_the_targets_state_any_more_is_not_started()
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");
        var plan = await bench.PlanAsync();
        await TestEngine.DockerAsync("stop", "--time=5", bench.Target.Name);

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => bench.Sessions.StartAsync(plan, new Progress<string>(), Cancelled));

        Assert.Contains("is exited now", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Planning_creates_nothing_and_a_target_that_is_gone_is_not_found()
    {
        await using var bench = await SessionBench.RunAsync("ddtest/distroless", "--quiet");

        var plan = await bench.PlanAsync();

        Assert.Equal(DebugTechnique.Sidecar, plan.Technique);
        Assert.Empty(await bench.LeftoversAsync());
        var gone = bench.Target with { Id = "docker-session-gone", Name = "gone" };
        var error = await Assert.ThrowsAsync<DebugDeckException>(() => bench.Planner.PlanAsync(gone, new DebugRequest(), Cancelled));
        Assert.Equal(ErrorKind.NotFound, error.Kind);
    }
}
