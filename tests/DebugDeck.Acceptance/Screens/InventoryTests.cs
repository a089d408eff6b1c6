using DebugDeck.Acceptance.Setting;
using DebugDeck.TestKit;

namespace DebugDeck.Acceptance.Screens;

/// <summary>The table of all containers.</summary>
public sealed class InventoryTests
{
    [Fact]
    public async Task It_says_at_a_glance_which_containers_have_no_shell()
    {
        await using var stage = new Stage();
        var without = await stage.RunContainerAsync("app", "ddtest/distroless");
        var with = await stage.RunContainerAsync("old", "ddtest/debian-slim", "sleep", "600");

        var terminal = await Deck.OpenAsync(stage, columns: 160, rows: 45);

        await terminal.SeeAsync(screen => Row(screen, without).Contains(" no ", StringComparison.Ordinal), "no shell");
        await terminal.SeeAsync(screen => Row(screen, with).Contains(" yes ", StringComparison.Ordinal), "a shell");
        Assert.Contains("ddtest/distroless", Row(await terminal.ScreenAsync(), without), StringComparison.Ordinal);
        Assert.Contains("running", Row(await terminal.ScreenAsync(), without), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_container_that_starts_elsewhere_appears_and_one_that_is_removed_goes()
    {
        await using var stage = new Stage();
        await stage.RunContainerAsync("first", "ddtest/scratch-static");
        var terminal = await Deck.OpenAsync(stage);

        var second = await stage.RunContainerAsync("second", "ddtest/scratch-static");
        await terminal.SeeAsync(second);
        await TestEngine.DockerAsync("rm", "--force", second);

        await terminal.SeeNoMoreAsync(second);
    }

    [Fact]
    public async Task The_filter_works_while_it_is_typed_and_Escape_shows_everything_again()
    {
        await using var stage = new Stage();
        var one = await stage.RunContainerAsync("one", "ddtest/scratch-static");
        var two = await stage.RunContainerAsync("two", "ddtest/scratch-static");
        var terminal = await Deck.OpenAsync(stage);
        await terminal.SeeAsync(one, two);

        await terminal.PressAsync("/");
        await terminal.TypeAsync("-two");
        await terminal.SeeNoMoreAsync(one);
        await terminal.PressAsync("Enter");
        await terminal.PressAsync("Escape");

        await terminal.SeeAsync(one, two);
    }

    [Fact]
    public async Task Details_show_the_evidence_and_lead_back()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/distroless");
        var terminal = await Deck.OpenAsync(stage, columns: 160, rows: 45);

        await terminal.PressAsync("Enter");
        await terminal.SeeAsync($"{name} › details", "65532:65532", "sha256:", "verdict");
        await terminal.PressAsync("q");

        await terminal.SeeAsync("TARGET");
    }

    [Fact]
    public async Task It_survives_a_window_of_20_by_5_and_comes_back_whole()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/distroless");
        var terminal = await Deck.OpenAsync(stage);
        await terminal.SeeAsync(name);

        await terminal.ResizeAsync(20, 5);
        await terminal.SeeAsync(screen => screen.Split('\n').All(line => line.Length <= 20) && screen.Contains("TARGET", StringComparison.Ordinal), "a small screen");
        await terminal.ResizeAsync(80, 24);

        await terminal.SeeAsync(name, "TARGET", "STATE");
    }

    [Fact]
    public async Task An_absent_engine_is_told_in_words()
    {
        await using var stage = new Stage(endpoint: "unix:///nowhere/docker.sock");
        var terminal = await stage.OpenTerminalAsync();

        await terminal.CommandAsync("debugdeck");

        await terminal.SeeAsync("no host answers", "/nowhere/docker.sock");
    }

    private static string Row(string screen, string name) =>
        screen.Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) ?? "";
}
