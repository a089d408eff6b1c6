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
    [InlineData("--time-limit soon", "'soon' is no time limit", "write a number and a unit: 90s, 10m, 2h30m, 1d")]
    [InlineData("--time-limit 0s", "'0s' is no time limit", "write a number and a unit: 90s, 10m, 2h30m, 1d")]
    [InlineData("--profile root", "there is no profile 'root'", "the profiles are auto, general, baseline, restricted, netadmin, sysadmin")]
    public async Task Wishes_that_make_no_sense_are_refused(string options, string message, string hint)
    {
        var result = await new CommandBench(Samples.Shop()).RunAsync(["plan", "shop-api", .. options.Split(' ')]);

        Assert.Equal((2, $"debugdeck: {message}\n  hint: {hint}\n"), (result.Code, result.Error));
    }
}
