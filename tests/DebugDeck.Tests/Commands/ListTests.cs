using System.Text.Json;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands;

public sealed class ListTests
{
    [Theory]
    [InlineData("table")]
    [InlineData("wide")]
    [InlineData("json")]
    [InlineData("yaml")]
    [InlineData("name")]
    public async Task Every_format_prints_the_same_targets(string format)
    {
        var shop = Samples.Shop();
        shop.Images["shop-api"] = SampleImages.DistrolessBase().Program("/app");
        shop.Images["shop-worker"] = SampleImages.Alpine();

        var result = await new CommandBench(shop).RunAsync("list", "-o", format);

        Golden.Matches($"list-{format}", result.Transcript);
    }

    [Fact]
    public async Task On_a_terminal_the_table_is_colored_and_fits()
    {
        var bench = new CommandBench(Samples.Shop()) { IsTerminal = true, Columns = 90 };

        var result = await bench.RunAsync("ls");

        Golden.Matches("list-terminal", result.Transcript.Replace("\e", "^[", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public async Task No_color_where_none_is_wanted(string variable, string value)
    {
        var bench = new CommandBench(Samples.Shop()) { IsTerminal = true, Environment = { [variable] = value } };

        var result = await bench.RunAsync("list");

        Assert.DoesNotContain("\e", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_NO_COLOR_forbids_nothing()
    {
        var bench = new CommandBench(Samples.Shop()) { IsTerminal = true, Environment = { ["NO_COLOR"] = "" } };

        Assert.Contains("\e[", (await bench.RunAsync("list")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[", (await bench.RunAsync("list", "--no-color")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-l app=api", "docker://shop-api")]
    [InlineData("-l tier!=front", "docker://shop-worker")]
    [InlineData("-n shop -l app", "docker://shop-api docker://shop-worker")]
    [InlineData("-n other", "")]
    [InlineData("--debug-containers -l !app", "docker://debugdeck-shop-api")]
    [InlineData("-A --host docker", "docker://shop-api docker://shop-worker")]
    public async Task Filters_choose_targets(string options, string expected)
    {
        var result = await new CommandBench(Samples.Shop()).RunAsync(["list", "-o", "name", .. options.Split(' ')]);

        Assert.Equal(0, result.Code);
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task No_match_is_said_on_stderr_and_is_no_failure()
    {
        var result = await new CommandBench(Samples.Shop()).RunAsync("list", "-n", "other");

        Assert.Equal(("", "there are no containers that match\n", 0), (result.Output, result.Error, result.Code));
    }

    [Fact]
    public async Task A_hidden_escape_in_a_name_is_shown_and_not_obeyed()
    {
        var hostile = Samples.Api with { Image = "evil\e]0;owned\a:1" };

        var result = await new CommandBench(Samples.Docker(hostile)).RunAsync("list", "-o", "wide");

        Assert.Contains(@"evil\e]0;owned\x07:1", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_cannot_be_looked_at_costs_only_its_own_verdict()
    {
        var host = Samples.Shop();
        host.ShellLookup = (target, _) => target.Name == "shop-api"
            ? Task.FromException<Core.Shells.ShellFinding>(new DebugDeckException(ErrorKind.NotFound, "docker has no container 'shop-api'"))
            : Task.FromResult(target.Shell);

        var result = await new CommandBench(host).RunAsync("list", "-o", "json");

        using var document = JsonDocument.Parse(result.Output);
        var shells = document.RootElement.GetProperty("targets").EnumerateArray().Select(target => target.GetProperty("shell")).ToList();
        Assert.Equal(["unknown", "yes"], shells.Select(shell => shell.GetProperty("verdict").GetString()));
        Assert.Equal("docker has no container 'shop-api'", shells[0].GetProperty("evidence")[0].GetString());
    }

    [Fact]
    public async Task Without_the_shell_check_no_file_is_looked_at()
    {
        var host = Samples.Docker(Samples.Api with { Shell = Core.Shells.ShellFinding.NotLookedAt });
        host.ShellLookup = (_, _) => throw new InvalidOperationException("looked at a container");

        var result = await new CommandBench(host).RunAsync("list", "--no-shell-check");

        Assert.Equal(0, result.Code);
    }

    [Fact]
    public async Task One_host_that_does_not_answer_does_not_hide_the_others()
    {
        var result = await new CommandBench(Samples.Shop(), Samples.Down("podman", HostKind.Podman)).RunAsync("list", "-o", "name");

        Assert.Equal(0, result.Code);
        Assert.Equal("docker://shop-api\ndocker://shop-worker\n", result.Output);
        Assert.Equal("podman: nothing listens at unix:///run/podman.sock\n", result.Error);
    }

    [Fact]
    public async Task No_host_that_answers_is_exit_code_6_and_still_a_document()
    {
        var result = await new CommandBench(Samples.Down(), Samples.Down("podman", HostKind.Podman)).RunAsync("list", "-o", "json");

        Golden.Matches("list-unreachable", result.Transcript);
    }

    [Fact]
    public async Task No_engine_at_all_says_what_to_do()
    {
        var result = await new CommandBench().RunAsync("list");

        Assert.Equal(6, result.Code);
        Assert.StartsWith("debugdeck: there is no container engine and no cluster here\n  hint: ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ContainerState.Created, "created")]
    [InlineData(ContainerState.Waiting, "waiting")]
    [InlineData(ContainerState.Paused, "paused")]
    [InlineData(ContainerState.Restarting, "restarting")]
    [InlineData(ContainerState.Removing, "removing")]
    [InlineData(ContainerState.Dead, "dead")]
    [InlineData(ContainerState.Unknown, "unknown")]
    public async Task States_have_one_word_each_in_documents(ContainerState state, string word)
    {
        var result = await new CommandBench(Samples.Docker(Samples.Api with { State = state })).RunAsync("list", "-o", "json");

        using var document = JsonDocument.Parse(result.Output);
        Assert.Equal(word, document.RootElement.GetProperty("targets")[0].GetProperty("state").GetString());
    }
}
