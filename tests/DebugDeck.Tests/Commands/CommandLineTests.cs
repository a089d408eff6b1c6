using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("lst", "there is no command 'lst'", "did you mean 'list'?")]
    [InlineData("frobnicate", "there is no command 'frobnicate'", "see `debugdeck --help`")]
    [InlineData("list --wtach", "list has no option --wtach", "did you mean --watch?")]
    [InlineData("list --namespac=x", "list has no option --namespac", "did you mean --namespace?")]
    [InlineData("list --vrebose", "list has no option --vrebose", "did you mean --verbose?")]
    [InlineData("list extra", "'extra' is one argument too many", "see `debugdeck list --help`")]
    [InlineData("list -o xml", "'xml' is not an output format of this command; it has table, wide, json, yaml, name", "see `debugdeck list --help`")]
    [InlineData("list -A -n shop", "-A and -n exclude each other", "see `debugdeck list --help`")]
    [InlineData("list -n", "required argument missing for option: '-n'", "see `debugdeck list --help`")]
    [InlineData("list -l ,", "',' is not a label selector", "write key=value, key!=value, key, !key, key in (a,b) or key notin (a,b), separated by commas")]
    public async Task A_wrong_command_line_is_one_line_a_hint_and_exit_code_2(string line, string message, string hint)
    {
        var result = await new CommandBench(Samples.Shop()).RunAsync(line.Split(' '));

        Assert.Equal($"debugdeck: {message}\n  hint: {hint}\n", result.Error);
        Assert.Equal(2, result.Code);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData(true, "dumb", "this terminal (TERM=dumb) cannot show the screens")]
    [InlineData(false, "xterm-256color", "the screens need a terminal, and this is none")]
    public async Task Screens_that_cannot_be_shown_are_refused_with_a_way_out(bool isTerminal, string term, string message)
    {
        var result = await new CommandBench { IsTerminal = isTerminal, Environment = { ["TERM"] = term } }.RunAsync();

        Assert.Equal(2, result.Code);
        Assert.StartsWith($"debugdeck: {message}\n  hint: `debugdeck list`", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_command_the_screens_open()
    {
        var bench = new CommandBench(Samples.Shop()) { IsTerminal = true, Environment = { ["TERM"] = "xterm" } };

        var result = await bench.RunAsync("--no-mouse", "--toolbox", "netshoot", "--docker-host", "tcp://10.0.0.1:2375");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal((false, "netshoot"), (bench.Screens!.Mouse, bench.Screens.Toolbox));
        Assert.Equal("tcp://10.0.0.1:2375", bench.OpenedWith!.DockerHost);
    }

    [Fact]
    public async Task The_version_is_one_line()
    {
        var result = await new CommandBench().RunAsync("--version");

        Assert.Matches(@"\Adebugdeck \d+\.\d+\.\d+\S*( \([0-9a-f]{7}\))?\n\z", result.Output);
    }

    [Fact]
    public async Task A_bug_is_reported_in_one_line_and_in_full_only_when_asked()
    {
        var host = Samples.Shop();
        host.ShellLookup = (_, _) => throw new InvalidOperationException("this cannot happen");

        var brief = await new CommandBench(host).RunAsync("list");
        var full = await new CommandBench(host).RunAsync("list", "--verbose");

        Assert.Equal("debugdeck: unexpected InvalidOperationException: this cannot happen\n  hint: --verbose shows the technical cause\n", brief.Error);
        Assert.Equal(1, brief.Code);
        Assert.Contains("   at DebugDeck.", full.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_command_ends_with_130_and_without_a_word()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var result = await new CommandBench(Samples.Shop()).RunAsync(stop.Token, "list");

        Assert.Equal((130, "", ""), (result.Code, result.Output, result.Error));
    }

    [Fact]
    public async Task A_reader_that_goes_away_ends_the_command_quietly()
    {
        using var gone = new BrokenPipeStream();

        var result = await new CommandBench(Samples.Shop()) { OutputStream = gone }.RunAsync("list");

        Assert.Equal((141, ""), (result.Code, result.Error));
    }

    [Theory]
    [InlineData("")]
    [InlineData("list")]
    [InlineData("plan")]
    [InlineData("debug")]
    [InlineData("sessions")]
    [InlineData("sessions end")]
    [InlineData("logs")]
    [InlineData("cp")]
    [InlineData("files")]
    [InlineData("inspect")]
    [InlineData("compare")]
    [InlineData("triage")]
    [InlineData("run")]
    [InlineData("playbooks")]
    [InlineData("playbooks list")]
    [InlineData("playbooks show")]
    [InlineData("playbooks validate")]
    [InlineData("doctor")]
    [InlineData("completion")]
    public async Task Help_pages_are_whole(string command)
    {
        var result = await new CommandBench().RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal(0, result.Code);
        Golden.Matches($"help-{(command.Length == 0 ? "root" : command.Replace(' ', '-'))}", result.Output);
    }
}
