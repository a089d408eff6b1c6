using DebugDeck.Acceptance.Setting;
using DebugDeck.Acceptance.Terminals;

namespace DebugDeck.Acceptance.CommandLine;

/// <summary>The completion script in a real bash, by the Tab key.</summary>
public sealed class CompletionTests
{
    [Fact]
    public async Task Tab_completes_a_command()
    {
        await using var stage = new Stage();
        var terminal = await OpenAsync(stage);

        await terminal.TypeAsync("debugdeck sess");
        await terminal.PressAsync("Tab");

        await terminal.SeeAsync("debugdeck sessions");
    }

    [Fact]
    public async Task Tab_completes_the_name_of_a_container()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/distroless");
        var terminal = await OpenAsync(stage);

        await terminal.TypeAsync($"debugdeck logs {stage.Prefix}-a");
        await terminal.PressAsync("Tab");

        await terminal.SeeAsync($"debugdeck logs {name}");
    }

    [Fact]
    public async Task Tab_completes_an_address_over_its_colon()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/distroless");
        var terminal = await OpenAsync(stage);

        await terminal.TypeAsync($"debugdeck logs docker://{stage.Prefix}");
        await terminal.PressAsync("Tab");

        await terminal.SeeAsync($"debugdeck logs docker://{name}");
    }

    private static async Task<Terminal> OpenAsync(Stage stage)
    {
        var terminal = await stage.OpenTerminalAsync();
        await terminal.CommandAsync("source <(debugdeck completion bash); echo loaded with $?");
        await terminal.SeeAsync("\nloaded with 0");
        return terminal;
    }
}
