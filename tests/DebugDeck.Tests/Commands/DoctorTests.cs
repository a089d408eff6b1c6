using DebugDeck.Core.Hosts;
using DebugDeck.Hosting;
using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands;

public sealed class DoctorTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("debugdeck-doctor-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("yaml")]
    public async Task Every_place_is_told_with_what_was_found(string format)
    {
        var bench = Bench(Samples.Shop(), Samples.Down("podman", HostKind.Podman));

        var result = await bench.RunAsync("doctor", "-o", format);

        Golden.Matches($"doctor-{format}", result.Transcript.Replace(_home, "~", StringComparison.Ordinal).Replace(ProgramVersion.Text, "VERSION", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_any_engine_that_answers_the_exit_code_is_6()
    {
        Assert.Equal(6, (await Bench(Samples.Down()).RunAsync("doctor")).Code);
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_are_a_problem_with_their_line()
    {
        var paths = Paths;
        Directory.CreateDirectory(paths.Config);
        await File.WriteAllTextAsync(paths.SettingsFile, "{\n  \"mirors\": {}\n}", TestContext.Current.CancellationToken);

        var result = await Bench(Samples.Shop()).RunAsync("doctor");

        Assert.Contains($"problem  {paths.SettingsFile}: {paths.SettingsFile}:2: ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_is_a_warning()
    {
        await File.WriteAllTextAsync(Path.Combine(_home, "cache"), "in the way", TestContext.Current.CancellationToken);

        var result = await Bench(Samples.Shop()).RunAsync("doctor");

        Assert.Contains("warning  " + Paths.Cache, result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.Code);
    }

    [Theory]
    [InlineData("dumb", "C.UTF-8", "warning  dumb: cannot show the screens")]
    [InlineData("xterm", "C.UTF-8", "ok       xterm: 80 columns, colours, UTF-8")]
    [InlineData("xterm", "C", "warning  xterm: 80 columns, colours, but the locale is not UTF-8")]
    public async Task The_terminal_is_judged(string term, string locale, string expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "other systems do not say it by variables");
        var bench = new CommandBench(Samples.Shop()) { IsTerminal = true, Paths = Paths, Environment = { ["TERM"] = term, ["LANG"] = locale } };

        var result = await bench.RunAsync("doctor");

        Assert.Contains(expected, result.Output.Replace("\e[32m", "", StringComparison.Ordinal).Replace("\e[33m", "", StringComparison.Ordinal).Replace("\e[0m", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private ProgramPaths Paths => new(Path.Combine(_home, "config"), Path.Combine(_home, "cache", "debugdeck"));

    private CommandBench Bench(params IContainerHost[] hosts) => new(hosts)
    {
        Paths = Paths,
        AbsentEngines = [new HostInfo("docker-rootless", HostKind.Docker, "unix:///run/user/1000/docker.sock", "rootless socket")],
    };
}
