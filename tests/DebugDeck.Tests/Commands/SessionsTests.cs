using DebugDeck.Core.Debugging;
using DebugDeck.Core.Hosts;
using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands;

public sealed class SessionsTests
{
    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("yaml")]
    [InlineData("name")]
    public async Task Every_format_lists_the_sessions_of_all_hosts(string format)
    {
        var result = await new CommandBench(WithSessions(), Samples.Down("podman", HostKind.Podman)).RunAsync("sessions", "-o", format);

        Golden.Matches($"sessions-{format}", result.Transcript);
    }

    [Fact]
    public async Task No_session_is_said_on_stderr()
    {
        var result = await new CommandBench(Samples.Shop()).RunAsync("sessions");

        Assert.Equal(("", "no debug containers are running\n", 0), (result.Output, result.Error, result.Code));
    }

    [Fact]
    public async Task Sessions_end_by_the_beginning_of_their_id()
    {
        var host = WithSessions();

        var result = await new CommandBench(host).RunAsync("sessions", "end", "abc", "xyz12");

        Assert.Equal(["abcde", "xyz12"], host.Ended);
        Assert.Equal("abcde ended (docker://shop-api)\nxyz12 ended (docker://shop-worker)\n", result.Output);
    }

    [Fact]
    public async Task All_sessions_can_be_ended_at_once()
    {
        var host = WithSessions();

        await new CommandBench(host).RunAsync("sessions", "end", "--all");

        Assert.Equal(3, host.Ended.Count);
    }

    [Theory]
    [InlineData("end", 2, "no ID is given")]
    [InlineData("end abcde --all", 2, "--all and an ID exclude each other")]
    [InlineData("end abcde nope", 4, "there is no session 'nope'")]
    [InlineData("end x", 1, "'x' means 2 sessions: xyz12, xyz99")]
    [InlineData("edn", 2, "sessions has no command 'edn'")]
    public async Task A_slip_ends_nothing(string arguments, int code, string message)
    {
        var host = WithSessions();

        var result = await new CommandBench(host).RunAsync(["sessions", .. arguments.Split(' ')]);

        Assert.Equal(code, result.Code);
        Assert.StartsWith($"debugdeck: {message}\n  hint: ", result.Error, StringComparison.Ordinal);
        Assert.Empty(host.Ended);
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_exit_code_6()
    {
        Assert.Equal(6, (await new CommandBench(Samples.Down()).RunAsync("sessions")).Code);
    }

    private static FakeHost WithSessions()
    {
        var host = Samples.Shop();
        host.Sessions.AddRange(
        [
            Session("abcde", "docker://shop-api", DebugTechnique.Sidecar, 50),
            Session("xyz12", "docker://shop-worker", DebugTechnique.Copy, 3),
            Session("xyz99", "docker://shop-worker", DebugTechnique.Copy, 2),
        ]);
        return host;
    }

    private static DebugSessionInfo Session(string id, string target, DebugTechnique technique, int minutes)
    {
        var startedAt = CommandBench.Now - TimeSpan.FromMinutes(minutes);
        return new DebugSessionInfo(id, "docker", target, technique, "busybox:latest", startedAt, startedAt + TimeSpan.FromHours(1), "ada@laptop");
    }
}
