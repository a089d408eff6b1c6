using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands.Playbooks;

public sealed class PlaybooksTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("debugdeck-playbooks").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_bad_file_is_told_and_left_out()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "playbooks"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "playbooks", "bad.yaml"), "version: 1\nname: bad\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "playbooks", "greeting.yaml"), TestPlaybook.Greeting, TestContext.Current.CancellationToken);

        var result = await Bench.RunAsync("playbooks", "list", "-o", "name");

        Assert.Equal(0, result.Code);
        Assert.Contains("greeting\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("connections\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("bad.yaml:1:1: a playbook needs at least one step; the file is left out", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_file_that_was_named_is_an_error()
    {
        var file = await WriteAsync("nonsense");

        var result = await Bench.RunAsync("playbooks", "list", "--playbook", file);

        Assert.Equal(2, result.Code);
    }

    [Fact]
    public async Task Validate_names_each_mistake_with_its_place()
    {
        var bad = await WriteAsync(TestPlaybook.Greeting.Replace("summary:", "sumary:", StringComparison.Ordinal));

        var result = await Bench.RunAsync("playbooks", "validate", bad);

        Assert.Equal(2, result.Code);
        Assert.Equal($"{bad}:1:1: 'summary' is missing\n{bad}:4:1: unknown key 'sumary' (did you mean 'summary'?)\n", result.Output);
    }

    [Fact]
    public async Task Validate_is_content_with_a_good_file()
    {
        var good = await WriteAsync(TestPlaybook.Greeting);

        var result = await Bench.RunAsync("playbooks", "validate", good);

        Assert.Equal((0, $"{good}: good, 'greeting' with 3 steps\n"), (result.Code, result.Output));
    }

    [Fact]
    public async Task A_playbook_can_be_read_before_it_is_run() =>
        Golden.Matches("playbooks-show", (await Bench.RunAsync("playbooks", "show", "greeting", "--playbook", await WriteAsync(TestPlaybook.Greeting))).Transcript.Replace(_folder, "FOLDER", StringComparison.Ordinal));

    private CommandBench Bench => new(Samples.Shop()) { Paths = new Hosting.ProgramPaths(_folder, "/nowhere") };

    private async Task<string> WriteAsync(string text)
    {
        var file = Path.Combine(_folder, "file.yaml");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        return file;
    }
}
