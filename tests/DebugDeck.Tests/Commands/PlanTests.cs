using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands;

public sealed class PlanTests
{
    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("yaml")]
    public async Task A_plan_says_everything_before_anything_is_done(string format)
    {
        var host = Samples.Shop();
        host.Planner = (target, request) => FakePlan.Sidecar(target, request) with { Warnings = ["the target is unhealthy and may be restarted under you"] };

        var result = await new CommandBench(host).RunAsync("plan", "docker://shop-api", "-o", format, "--time-limit", "2h30m");

        Golden.Matches($"plan-{format}", result.Transcript);
        Assert.Empty(host.Started);
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    public async Task A_clusters_plan_lists_every_way_with_the_servers_words(string format)
    {
        var host = Samples.Cluster();
        host.Planner = FakePlan.Ephemeral;

        var result = await new CommandBench(host).RunAsync("plan", "web-0", "-o", format);

        Golden.Matches($"plan-cluster-{format}", result.Transcript);
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    public async Task A_plan_without_a_way_says_what_to_ask_for_and_ends_with_5(string format)
    {
        var host = Samples.Cluster();
        host.Planner = FakePlan.Refused;

        var result = await new CommandBench(host).RunAsync("plan", "web-0", "-o", format);

        Assert.Equal(5, result.Code);
        Golden.Matches($"plan-refused-{format}", result.Transcript);
    }

    [Theory]
    [InlineData("--time-limit soon", "'soon' is no time limit", "write a number and a unit: 90s, 10m, 2h30m, 1d")]
    [InlineData("--time-limit 0s", "'0s' is no time limit", "write a number and a unit: 90s, 10m, 2h30m, 1d")]
    [InlineData("--profile root", "there is no profile 'root'", "the profiles are auto, general, baseline, restricted, netadmin, sysadmin")]
    public async Task Wishes_that_make_no_sense_are_refused(string options, string message, string hint)
    {
        var result = await new CommandBench(Samples.Shop()).RunAsync(["plan", "shop-api", .. options.Split(' ')]);

        Assert.Equal((2, $"debugdeck: {message}\n  hint: {hint}\n"), (result.Code, result.Error));
    }
}
