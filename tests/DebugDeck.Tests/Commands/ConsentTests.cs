using DebugDeck.Core.Debugging;
using DebugDeck.Core.Targets;
using DebugDeck.Terminal;
using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands;

/// <summary>Nothing gets into a cluster that the user has not agreed to.</summary>
public sealed class ConsentTests
{
    [Theory]
    [InlineData("y\n", true)]
    [InlineData("Yes\r\n", true)]
    [InlineData("\n", false)]
    [InlineData("n\n", false)]
    [InlineData("", false)]
    [InlineData("yonder\n", false)]
    public async Task On_a_terminal_the_plan_is_shown_and_asked_about(string typed, bool starts)
    {
        var host = Cluster(FakePlan.Ephemeral);

        var result = await RunAsync(host, new TypedDevice(typed), "debug", "web-0", "--", "true");

        Assert.Equal(starts, host.Started.Count == 1);
        Assert.Equal(starts ? 0 : 1, result.Code);
        Assert.Contains("Add the debug container? [y/N] ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_says_what_is_done_what_is_seen_and_what_cannot_be_undone()
    {
        var result = await RunAsync(Cluster(FakePlan.Ephemeral), new TypedDevice("n\n"), "debug", "web-0", "--no-color");

        Golden.Matches("debug-asks", result.Error);
    }

    [Fact]
    public async Task What_is_typed_after_the_answer_is_left_for_the_shell()
    {
        var device = new TypedDevice("y\nls\n");

        await RunAsync(Cluster(FakePlan.Ephemeral), device, "debug", "web-0", "--", "true");

        Assert.Equal("ls\n", device.Unread);
    }

    [Fact]
    public async Task Without_a_terminal_nothing_starts_until_it_is_said_beforehand()
    {
        var host = Cluster(FakePlan.Ephemeral);

        var refused = await new CommandBench(host).RunAsync("debug", "web-0", "--", "true");
        var agreed = await new CommandBench(host).RunAsync("debug", "web-0", "--yes", "--", "true");

        Assert.Equal(
            (2, "debugdeck: this would add a debug container to pod/web-0/app, which cannot be undone, and nobody is here to ask\n  hint: add --yes; `debugdeck plan` shows what it would be\n"),
            (refused.Code, refused.Error));
        Assert.Equal((0, 1), (agreed.Code, host.Started.Count));
        Assert.StartsWith("note: an ephemeral container can never be removed", agreed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_asked_about_a_debug_container_that_runs_already_or_a_shell_in_the_target()
    {
        var reused = Cluster((target, request) => FakePlan.Ephemeral(target, request) with { Reuses = "debugdeck-abcde" });
        var entered = Cluster((target, request) => FakePlan.Ephemeral(target, request) with { Technique = DebugTechnique.Exec });

        Assert.Equal(0, (await new CommandBench(reused).RunAsync("debug", "web-0", "--", "true")).Code);
        Assert.Equal(0, (await new CommandBench(entered).RunAsync("debug", "web-0", "--", "true")).Code);
        Assert.Equal(2, (await new CommandBench(reused).RunAsync("debug", "web-0", "--new", "--", "true")).Code);
    }

    [Fact]
    public async Task Where_nothing_is_allowed_the_reasons_are_given_and_the_code_is_5()
    {
        var host = Cluster(FakePlan.Refused);

        var result = await new CommandBench(host).RunAsync("debug", "web-0", "--yes", "--", "true");

        Assert.Equal(5, result.Code);
        Assert.Empty(host.Started);
        Golden.Matches("debug-refused", result.Error);
    }

    [Fact]
    public async Task What_has_failed_for_ever_is_repeated_only_when_asked_for_again()
    {
        var host = Cluster((target, request) => FakePlan.Ephemeral(target, request) with { RepeatsFailure = true });

        var blind = await new CommandBench(host).RunAsync("debug", "web-0", "--yes", "--", "true");
        var wanted = await new CommandBench(host).RunAsync("debug", "web-0", "--yes", "--new", "--", "true");

        Assert.Equal((1, 0, 1), (blind.Code, wanted.Code, host.Started.Count));
        Assert.Contains("never came up in this pod", blind.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_is_not_asked_about()
    {
        var host = Samples.Shop();

        Assert.Equal(0, (await new CommandBench(host).RunAsync("debug", "shop-api", "--", "true")).Code);
    }

    private static FakeHost Cluster(Func<Target, DebugRequest, DebugPlan> planner)
    {
        var host = Samples.Cluster();
        host.Planner = planner;
        return host;
    }

    private static Task<CommandResult> RunAsync(FakeHost host, TypedDevice device, params string[] arguments) =>
        new CommandBench(host) { IsTerminal = true, OpenTerminal = () => new DebugTerminal(device) }.RunAsync(arguments);
}
