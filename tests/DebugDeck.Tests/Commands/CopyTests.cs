using System.Formats.Tar;
using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands;

public sealed class CopyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("debugdeck-cp-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_is_copied_and_counted()
    {
        var result = await new CommandBench(WithFiles()).RunAsync("cp", "docker://shop-api:/app/config.json", _folder);

        var copy = Path.Combine(_folder, "config.json");
        Assert.Equal("{}\n", await File.ReadAllTextAsync(copy, TestContext.Current.CancellationToken));
        Assert.Equal((0, "", $"{copy}: 1 file, 3 B in 0.0s\n"), (result.Code, result.Output, result.Error));
    }

    [Fact]
    public async Task A_directory_comes_with_everything_in_it()
    {
        var result = await new CommandBench(WithFiles()).RunAsync("cp", "shop-api:/app", Path.Combine(_folder, "copy"));

        Assert.Equal("{}\n", await File.ReadAllTextAsync(Path.Combine(_folder, "copy", "config.json"), TestContext.Current.CancellationToken));
        Assert.Contains("2 files", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dash_streams_a_tar_and_nothing_else()
    {
        using var output = new MemoryStream();

        var result = await new CommandBench(WithFiles()) { OutputStream = output }.RunAsync("cp", "shop-api:/app", "-");

        using var tar = new TarReader(new MemoryStream(output.ToArray()));
        Assert.Equal("app", tar.GetNextEntry()!.Name.TrimEnd('/'));
        Assert.Equal((0, ""), (result.Code, result.Error));
    }

    [Fact]
    public async Task A_terminal_sees_the_progress_and_gets_no_tar()
    {
        var bench = new CommandBench(WithFiles()) { IsTerminal = true };

        var copied = await bench.RunAsync("cp", "shop-api:/app/config.json", _folder);
        var refused = await bench.RunAsync("cp", "shop-api:/app", "-");

        Assert.Contains("\r\e[K", copied.Error, StringComparison.Ordinal);
        Assert.Contains("B/s", copied.Error, StringComparison.Ordinal);
        Assert.Equal((2, ""), (refused.Code, refused.Output));
    }

    [Theory]
    [InlineData("cp shop-api:/nope .", 4, "there is no '/nope' in the container")]
    [InlineData("cp ./here shop-api:/app", 2, "'./here' names no path in a target")]
    [InlineData("cp shop-api:/app", 2, "required argument 'LOCAL' missing for command: 'cp'")]
    public async Task A_slip_is_one_line(string line, int code, string message)
    {
        var result = await new CommandBench(WithFiles()).RunAsync(line.Split(' '));

        Assert.Equal(code, result.Code);
        Assert.StartsWith($"debugdeck: {message}\n", result.Error, StringComparison.Ordinal);
    }

    private static FakeHost WithFiles()
    {
        var host = Samples.Docker(Samples.Api);
        host.FileTrees["shop-api"] = new FakeFiles().Directory("/app").File("/app/config.json", "{}\n").File("/app/server", "binary");
        return host;
    }
}
