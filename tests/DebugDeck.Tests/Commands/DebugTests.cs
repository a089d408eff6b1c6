using DebugDeck.Core.Debugging;
using DebugDeck.Core.Streams;
using DebugDeck.Terminal;
using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands;

public sealed class DebugTests
{
    [Fact]
    public async Task A_command_returns_its_own_code_and_keeps_its_outputs_apart()
    {
        var stage = new Stage(_ => new FakeRemoteProcess
        {
            ExitCode = 42,
            Writes = [(OutputChannel.Output, "to out\n"), (OutputChannel.Error, "to err\n")],
        });

        var result = await stage.RunAsync("debug", "shop-api", "--", "sh", "-c", "exit 42", "--verbose");

        Assert.Equal(42, result.Code);
        Assert.Equal(("to out\n", "to err\n"), (stage.Device.Output, stage.Device.Error));
        var ran = Assert.Single(stage.Session.Ran);
        Assert.Equal(["sh", "-c", "exit 42", "--verbose"], ran.Arguments);
        Assert.Equal((false, true), (ran.Tty, ran.Input));
        Assert.False(stage.Session.HasEnded);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task Input_from_a_pipe_goes_to_the_command_and_ends_there()
    {
        var process = new FakeRemoteProcess { Echoes = true };
        var stage = new Stage(_ => process) { Input = "piped" };

        await stage.RunAsync("debug", "shop-api", "--", "cat");

        Assert.Equal(("piped", true, "piped"), (process.Input, process.InputClosed, stage.Device.Output));
    }

    [Fact]
    public async Task Without_a_terminal_and_a_command_a_plain_shell_reads_the_script_that_is_piped_in()
    {
        var stage = new Stage(_ => new FakeRemoteProcess { Echoes = true }) { Input = "ls $TARGET\n" };

        await stage.RunAsync("debug", "shop-api");

        var ran = Assert.Single(stage.Session.Ran);
        Assert.Equal(["sh"], ran.Arguments);
        Assert.Equal((false, true), (ran.Tty, ran.Input));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_session_is_taken_up_again_unless_a_new_one_is_asked_for(bool isNew, bool mayReuse)
    {
        var stage = new Stage(_ => new FakeRemoteProcess());

        await stage.RunAsync([.. isNew ? ["debug", "--new"] : new[] { "debug" }, "shop-api", "--toolbox", "netshoot", "--", "true"]);

        var plan = Assert.Single(stage.Host.Started);
        Assert.Equal((mayReuse, "netshoot"), (plan.MayReuse, plan.Toolbox.Name));
    }

    [Fact]
    public async Task With_rm_nothing_stays()
    {
        var stage = new Stage(_ => new FakeRemoteProcess { ExitCode = 3 });

        var result = await stage.RunAsync("debug", "--rm", "shop-api", "--", "false");

        Assert.Equal((3, true), (result.Code, stage.Session.HasEnded));
    }

    [Fact]
    public async Task What_the_user_should_know_is_said_before_anything_starts()
    {
        var stage = new Stage(_ => new FakeRemoteProcess());
        stage.Host.Planner = (target, request) => FakePlan.Sidecar(target, request) with { Warnings = ["the target does not run"] };

        var result = await stage.RunAsync("debug", "shop-api", "--", "true");

        Assert.Equal("note: the target does not run\n", result.Error);
    }

    [Theory]
    [InlineData("debug shop-api -t -- sh", "-t needs a terminal, and this is none", "leave -t away; -i alone passes the input on")]
    [InlineData("debug shop-api --tolbox x", "debug has no option --tolbox", "did you mean --toolbox?")]
    [InlineData("debug shop-api ls /", "'ls' is one argument too many", "a command comes after two dashes: -- ls /")]
    [InlineData("debug -- ls", "there is no ADDRESS before the --", "for example: debugdeck debug docker://web -- ls /")]
    [InlineData("debug", "required argument 'ADDRESS' missing for command: 'debug'", "see `debugdeck debug --help`")]
    [InlineData("debug shop-api --detach-keys ctrl-", "'ctrl-' are no detach keys", "write characters and ctrl-X (a letter or one of @ [ \\ ] ^ _) separated by commas, for example ctrl-p,ctrl-q")]
    public async Task A_slip_starts_nothing(string line, string message, string hint)
    {
        var stage = new Stage(_ => new FakeRemoteProcess());

        var result = await stage.RunAsync(line.Split(' '));

        Assert.Equal((2, $"debugdeck: {message}\n  hint: {hint}\n"), (result.Code, result.Error));
        Assert.Empty(stage.Host.Started);
    }

    /// <summary>A host with one session, and plain streams.</summary>
    private sealed class Stage
    {
        public Stage(Func<RemoteCommand, FakeRemoteProcess> answer)
        {
            Host.Starter = plan => Session = new FakeDebugSession(plan) { Answer = answer };
        }

        public FakeHost Host { get; } = Samples.Shop();

        public FakeDebugSession Session { get; private set; } = null!;

        public string Input { get; init; } = "";

        public PlainDevice Device => field ??= new PlainDevice(Input);

        public Task<CommandResult> RunAsync(params string[] arguments) =>
            new CommandBench(Host) { OpenTerminal = () => new DebugTerminal(Device) }.RunAsync(arguments);
    }
}
