using System.Text.Json;
using DebugDeck.Acceptance.Setting;

namespace DebugDeck.Acceptance.CommandLine;

/// <summary><c>debugdeck plan</c> and <c>debugdeck sessions</c>.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task A_plan_says_what_would_be_started_and_creates_nothing()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/distroless");

        var result = await stage.RunAsync("plan", $"docker://{name}");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("SYS_PTRACE", result.StandardOutput, StringComparison.Ordinal);
        Assert.Empty(await stage.DebugContainersAsync());
    }

    [Fact]
    public async Task A_debug_container_is_listed_used_again_and_ended()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/distroless");

        await stage.RunAsync("debug", $"docker://{name}", "--", "true");
        await stage.RunAsync("debug", $"docker://{name}", "--", "true");
        var session = Assert.Single(await SessionsAsync(stage));
        var ended = await stage.RunAsync("sessions", "end", session.GetProperty("id").GetString()!);

        Assert.Equal(0, ended.ExitCode);
        Assert.Empty(await SessionsAsync(stage));
        Assert.Empty(await stage.DebugContainersAsync());
    }

    [Fact]
    public async Task With_rm_nothing_stays()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/distroless");

        var result = await stage.RunAsync("debug", "--rm", $"docker://{name}", "--", "true");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(await stage.DebugContainersAsync());
    }

    private static async Task<IReadOnlyList<JsonElement>> SessionsAsync(Stage stage)
    {
        var result = await stage.RunAsync("sessions", "-o", "json");
        Assert.Equal(0, result.ExitCode);
        return [.. JsonDocument.Parse(result.StandardOutput).RootElement.GetProperty("sessions").EnumerateArray()
            .Where(session => session.GetRawText().Contains(stage.Prefix, StringComparison.Ordinal))];
    }
}
