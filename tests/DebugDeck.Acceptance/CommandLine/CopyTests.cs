using System.Formats.Tar;
using System.Text;
using System.Text.Json;
using CliWrap;
using DebugDeck.Acceptance.Setting;
using DebugDeck.TestKit;

namespace DebugDeck.Acceptance.CommandLine;

/// <summary><c>debugdeck cp</c> and <c>debugdeck files</c>, out of containers that have no shell.</summary>
public sealed class CopyTests
{
    [Fact]
    public async Task A_file_is_copied_byte_for_byte()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/distroless");
        var reference = Path.Combine(stage.Folder, "reference");
        await TestEngine.DockerAsync("cp", $"{name}:/app", reference);

        var result = await stage.RunAsync("cp", $"docker://{name}:/app", "copied");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(await File.ReadAllBytesAsync(reference, Cancelled), await File.ReadAllBytesAsync(Path.Combine(stage.Folder, "copied"), Cancelled));
    }

    [Fact]
    public async Task A_folder_is_copied_out_of_a_stopped_container()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/distroless", "--lines", "1", "--exit", "0");
        await TestEngine.DockerAsync("wait", name);

        var result = await stage.RunAsync("cp", $"docker://{name}:/etc", "etc");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("nonroot:x:65532:65532", await File.ReadAllTextAsync(Path.Combine(stage.Folder, "etc", "passwd"), Cancelled), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(stage.Folder, "etc", "ssl", "certs", "ca-certificates.crt")));
    }

    [Fact]
    public async Task A_dash_streams_a_tar()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/distroless");
        using var tar = new MemoryStream();

        var result = await stage.Command("cp", $"docker://{name}:/etc/passwd", "-")
            .WithStandardOutputPipe(PipeTarget.ToStream(tar))
            .ExecuteAsync(Cancelled);

        Assert.Equal(0, result.ExitCode);
        tar.Position = 0;
        await using var reader = new TarReader(tar);
        var entry = await reader.GetNextEntryAsync(copyData: true, Cancelled);
        Assert.Equal("passwd", entry?.Name);
        using var text = new StreamReader(entry!.DataStream!, Encoding.UTF8);
        Assert.StartsWith("root:x:0:0:", await text.ReadToEndAsync(Cancelled), StringComparison.Ordinal);
        Assert.Null(await reader.GetNextEntryAsync(cancellationToken: Cancelled));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_leaves_nothing()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/distroless");

        var result = await stage.RunAsync("cp", $"docker://{name}:/etc/nothing", "nothing");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("/etc/nothing", result.StandardError, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(stage.Folder, "*nothing*"));
    }

    [Fact]
    public async Task A_folder_is_listed()
    {
        await using var stage = new Stage();
        var name = await stage.RunContainerAsync("app", "ddtest/distroless");

        var result = await stage.RunAsync("files", $"docker://{name}:/etc", "-o", "json");

        Assert.Equal(0, result.ExitCode);
        var document = JsonDocument.Parse(result.StandardOutput).RootElement;
        Assert.Equal(1, document.GetProperty("schemaVersion").GetInt32());
        Assert.Contains("passwd", result.StandardOutput, StringComparison.Ordinal);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;
}
