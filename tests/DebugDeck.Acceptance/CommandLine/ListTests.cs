using System.Text.Json;
using DebugDeck.Acceptance.Setting;

namespace DebugDeck.Acceptance.CommandLine;

/// <summary><c>debugdeck list</c>.</summary>
public sealed class ListTests
{
    [Fact]
    public async Task The_document_says_of_each_container_what_scripts_rely_on()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/distroless");

        var document = JsonDocument.Parse((await stage.RunAsync("list", "-o", "json")).StandardOutput).RootElement;

        Assert.Equal(1, document.GetProperty("schemaVersion").GetInt32());
        var host = Assert.Single(document.GetProperty("hosts").EnumerateArray(), host => host.GetProperty("kind").GetString() == "docker");
        Assert.Equal("ready", host.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, host.GetProperty("reason").ValueKind);
        var target = Target(document, name);
        Assert.Equal($"docker://{name}", target.GetProperty("address").GetString());
        Assert.Equal(host.GetProperty("name").GetString(), target.GetProperty("host").GetString());
        Assert.Equal("ddtest/distroless", target.GetProperty("image").GetString());
        Assert.StartsWith("sha256:", target.GetProperty("imageId").GetString(), StringComparison.Ordinal);
        Assert.Equal("running", target.GetProperty("state").GetString());
        Assert.Equal(0, target.GetProperty("restarts").GetInt32());
        Assert.True(target.GetProperty("startedAt").TryGetDateTime(out _));
        Assert.Equal("65532:65532", target.GetProperty("user").GetString());
        var shell = target.GetProperty("shell");
        Assert.Equal("no", shell.GetProperty("verdict").GetString());
        Assert.Equal(JsonValueKind.Null, shell.GetProperty("path").ValueKind);
        Assert.NotEmpty(shell.GetProperty("evidence").EnumerateArray());
    }

    [Theory]
    [InlineData("ddtest/scratch-static", "no", null)]
    [InlineData("ddtest/distroless", "no", null)]
    [InlineData("ddtest/distroless-unmerged", "no", null)]
    [InlineData("ddtest/dangling-sh", "no", null)]
    [InlineData("ddtest/noexec-sh", "no", null)]
    [InlineData("ddtest/busybox-dir", "yes", "/busybox/sh")]
    [InlineData("ddtest/debian-slim", "yes", null)]
    public async Task A_shell_is_found_where_it_is_and_nowhere_else(string image, string verdict, string? path)
    {
        await using var stage = new Stage();
        // It ends at once or goes on: a stopped container is looked at as a running one is.
        var name = await stage.RunContainerAsync("app", image);

        var document = JsonDocument.Parse((await stage.RunAsync("list", "-o", "json")).StandardOutput).RootElement;

        var shell = Target(document, name).GetProperty("shell");
        Assert.Equal(verdict, shell.GetProperty("verdict").GetString());
        if (path is not null)
        {
            Assert.Equal(path, shell.GetProperty("path").GetString());
        }
    }

    [Fact]
    public async Task The_table_has_a_line_for_each_container_and_no_colour_in_a_pipe()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/distroless");

        var result = await stage.RunAsync("ls");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(result.StandardOutput.Split('\n'), line => line.Contains(name, StringComparison.Ordinal) && line.Contains("running", StringComparison.Ordinal));
        Assert.DoesNotContain('\e', result.StandardOutput);
    }

    [Fact]
    public async Task An_absent_engine_is_told_in_one_line_and_by_the_exit_code()
    {
        await using var stage = new Stage(endpoint: "unix:///nowhere/docker.sock");

        var result = await stage.RunAsync("list");

        Assert.Equal(6, result.ExitCode);
        Assert.Empty(result.StandardOutput);
        Assert.StartsWith("debugdeck: ", result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_absent_engine_is_a_host_with_its_reason_in_the_document()
    {
        await using var stage = new Stage(endpoint: "unix:///nowhere/docker.sock");

        var result = await stage.RunAsync("list", "-o", "json");

        var host = JsonDocument.Parse(result.StandardOutput).RootElement.GetProperty("hosts").EnumerateArray().First();
        Assert.Equal("unreachable", host.GetProperty("state").GetString());
        Assert.Contains("/nowhere/docker.sock", host.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    private static JsonElement Target(JsonElement document, string name) =>
        Assert.Single(document.GetProperty("targets").EnumerateArray(), target => target.GetProperty("name").GetString() == name);
}
