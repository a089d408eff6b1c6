using DebugDeck.Core.Debugging;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Streams;
using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands.Playbooks;

public sealed class RunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("debugdeck-run").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("markdown")]
    public async Task A_run_says_what_was_found_and_what_to_do(string format)
    {
        var result = await RunAsync(Shop("hello `sun` | [x](http://evil)\n\u001b[2J"), "run", "greeting", "shop-api", "-o", format);

        Golden.Matches($"run-{format}", result.Transcript.Replace(_folder, "FOLDER", StringComparison.Ordinal));
        Assert.Equal(3, result.Code);
    }

    [Theory]
    [InlineData("never", 0)]
    [InlineData("problem", 3)]
    [InlineData("warning", 3)]
    public async Task The_exit_code_is_as_honest_as_asked_for(string level, int code) =>
        Assert.Equal(code, (await RunAsync(Shop("hello sun"), "run", "greeting", "shop-api", "--fail-on", level)).Code);

    [Fact]
    public async Task A_healthy_target_ends_with_0()
    {
        var result = await RunAsync(Shop("hello moon"), "run", "greeting", "shop-api", "-o", "json");

        Assert.Equal(0, result.Code);
        Assert.Contains("\"verdict\": \"ok\"", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_given_outranks_a_guess()
    {
        var result = await RunAsync(Shop("hello moon"), "run", "greeting", "shop-api", "--set", "who=mars");

        Assert.Contains("Nobody greets mars", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_run_is_judged_again_without_a_host()
    {
        var file = Path.Combine(_folder, "run.json");
        var first = await RunAsync(Shop("hello sun"), "run", "greeting", "shop-api", "--save", file, "-o", "json");

        var again = await RunAsync(Samples.Down(), "run", "--replay", file, "-o", "json");

        Assert.Equal((3, first.Output), (again.Code, again.Output));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task Without_an_authority_to_write_no_file_is_made_and_that_is_said()
    {
        var file = Path.Combine(_folder, "ca.pem");

        var result = await RunAsync(Shop("hello moon"), "run", "greeting", "shop-api", "--ca-from", file);

        Assert.Equal(0, result.Code);
        Assert.False(File.Exists(file));
        Assert.Contains("no server sent an authority that the program lacks", result.Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_put_into_a_pod_without_consent()
    {
        var host = Shop("hello moon", HostKind.Kubernetes);

        var result = await RunAsync(host, "run", "greeting", "shop-api");

        Assert.Empty(host.Started);
        Assert.Contains("--yes", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_consent_the_session_is_started()
    {
        var host = Shop("hello moon", HostKind.Kubernetes);

        await RunAsync(host, "run", "greeting", "shop-api", "--yes");

        Assert.Single(host.Started);
    }

    [Theory]
    [InlineData("run", "'PLAYBOOK'|a playbook is missing")]
    [InlineData("run greeting", "an address is missing")]
    [InlineData("run greting shop-api", "there is no playbook 'greting'|did you mean 'greeting'?")]
    [InlineData("run greeting shop-api --set who", "'who' sets nothing")]
    [InlineData("run greeting shop-api --set wo=x", "has no input 'wo'|did you mean 'who'?")]
    [InlineData("run greeting shop-api -o xml", "'xml' is not an output format")]
    [InlineData("run --replay /nowhere/run.json", "cannot be read")]
    [InlineData("run greeting shop-api --replay x", "--replay judges what was saved")]
    public async Task Wishes_that_make_no_sense_are_refused(string line, string messages)
    {
        var result = await RunAsync(Shop("hello"), line.Split(' '));

        Assert.NotEqual(0, result.Code);
        Assert.Contains(messages.Split('|'), message => result.Error.Contains(message, StringComparison.Ordinal));
    }

    internal static FakeHost Shop(string greeting, HostKind kind = HostKind.Docker)
    {
        var host = kind == HostKind.Docker ? Samples.Docker(Samples.Api) : new FakeHost("prod", kind);
        if (kind == HostKind.Kubernetes)
        {
            host.Planner = (target, request) => FakePlan.Sidecar(target, request) with { Technique = DebugTechnique.Ephemeral };
        }

        host.Targets.Clear();
        host.Targets.Add(Samples.Api);
        host.FileTrees[Samples.Api.Name] = new FakeFiles().Directory("/etc").File("/etc/greeting", greeting);
        host.Logs = (_, request, _) => (request.Previous ? [] : new[] { "starting", "no greeting for moon", "no greeting for moon" })
            .Select((line, at) => new LogLine(OutputChannel.Output, CommandBench.Now.AddMinutes(at - 90), System.Text.Encoding.UTF8.GetBytes(line))).ToAsyncEnumerable();
        return host;
    }

    private async Task<CommandResult> RunAsync(FakeHost host, params string[] arguments)
    {
        var file = Path.Combine(_folder, "playbooks", "greeting.yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, TestPlaybook.Greeting, TestContext.Current.CancellationToken);
        return await new CommandBench(host) { Paths = new Hosting.ProgramPaths(_folder, "/nowhere") }.RunAsync(arguments);
    }
}
