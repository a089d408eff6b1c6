using DebugDeck.Core.Files;
using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands;

public sealed class FilesTests
{
    private const UnixFileMode All = (UnixFileMode)0b111_111_111;

    [Theory]
    [InlineData("table")]
    [InlineData("wide")]
    [InlineData("json")]
    [InlineData("yaml")]
    [InlineData("name")]
    public async Task Every_format_lists_a_directory(string format)
    {
        var result = await new CommandBench(WithFiles()).RunAsync("files", "docker://shop-api:/app", "-o", format);

        Golden.Matches($"files-{format}", result.Transcript);
    }

    [Fact]
    public async Task A_file_lists_itself()
    {
        var result = await new CommandBench(WithFiles()).RunAsync("files", "shop-api:/app/config.json", "-o", "name");

        Assert.Equal("docker://shop-api:/app/config.json\n", result.Output);
    }

    [Fact]
    public async Task A_link_that_leads_to_no_directory_lists_itself()
    {
        var result = await new CommandBench(WithFiles()).RunAsync("files", "shop-api:/app/log");

        Assert.Contains("log -> /dev/stdout", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_exit_code_4()
    {
        var result = await new CommandBench(WithFiles()).RunAsync("files", "shop-api:/nope");

        Assert.Equal((4, "debugdeck: there is no /nope in the target\n  hint: `debugdeck files ADDRESS:/` shows where to start\n"), (result.Code, result.Error));
    }

    [Fact]
    public async Task A_path_is_needed()
    {
        var result = await new CommandBench(WithFiles()).RunAsync("files", "shop-api");

        Assert.Equal((2, "debugdeck: 'shop-api' names no path in a target\n  hint: write ADDRESS:/path, for example docker://web:/etc/resolv.conf\n"), (result.Code, result.Error));
    }

    [Fact]
    public async Task A_hostile_name_is_shown_and_not_obeyed()
    {
        var host = Samples.Docker(Samples.Api);
        host.FileTrees["shop-api"] = new FakeFiles().File("/\e[2Jboo", "");

        var result = await new CommandBench(host).RunAsync("files", "shop-api:/");

        Assert.Contains(@"\e[2Jboo", result.Output, StringComparison.Ordinal);
    }

    private static FakeHost WithFiles()
    {
        var host = Samples.Docker(Samples.Api);
        host.FileTrees["shop-api"] = new FakeFiles()
            .Directory("/app", owner: 65532)
            .File("/app/config.json", "{\"port\":8080}\n", owner: 65532)
            .File("/app/server", new string('x', 5000), All)
            .Directory("/app/spool", UnixFileMode.StickyBit | All)
            .File("/app/su", "", UnixFileMode.SetUser | UnixFileMode.UserRead | UnixFileMode.UserExecute)
            .Link("/app/log", "/dev/stdout")
            .Add(new FileEntry("/app/sock", FileKind.Socket, 0, UnixFileMode.UserRead, CommandBench.Now), []);
        return host;
    }
}
