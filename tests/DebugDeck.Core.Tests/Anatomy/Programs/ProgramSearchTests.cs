using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Anatomy.Programs;

public sealed class ProgramSearchTests
{
    [Theory]
    [InlineData("server", "/usr/local/bin/server")]
    [InlineData("./server", "/work/server")]
    [InlineData("bin/server", "/work/bin/server")]
    [InlineData("/work/../work/server", "/work/server")]
    public async Task A_program_is_found_as_the_runtime_finds_it(string command, string path)
    {
        var image = new ImageTree().File("/usr/local/bin/server", Elf.Static(), 0x1ED).File("/work/server", Elf.Static(), 0x1ED).File("/work/bin/server", Elf.Static(), 0x1ED);

        var read = (await Reading.OfAsync(image, new ContainerSetting { Command = [command], WorkingDirectory = "/work" })).EntryPoint;

        Assert.Equal(path, read.Path);
        Assert.Empty(read.Problems);
    }

    [Fact]
    public async Task A_file_that_may_not_be_executed_is_passed_over_if_a_later_folder_has_a_better_one()
    {
        var image = new ImageTree().File("/a/server", "data").File("/b/server", Elf.Static(), 0x1ED);

        var read = (await Reading.OfAsync(image, new ContainerSetting { Command = ["server"], Environment = new Dictionary<string, string> { ["PATH"] = "/a:/b" } })).EntryPoint;

        Assert.Equal("/b/server", read.Path);
    }

    [Theory]
    [InlineData("/missing", "program.missing")]
    [InlineData("missing", "program.missing")]
    [InlineData("/plain", "program.not-executable")]
    [InlineData("plain", "program.not-executable")]
    [InlineData("/opt", "program.is-directory")]
    [InlineData("/dangling", "program.dangling-link")]
    [InlineData("/good", null)]
    public async Task What_cannot_be_started_is_told_apart(string command, string? rule)
    {
        var image = new ImageTree().File("/plain", Elf.Static()).File("/usr/bin/plain", Elf.Static()).Folder("/opt").Link("/dangling", "/nowhere").File("/good", Elf.Static(), 0x1ED);

        var problems = (await Reading.OfAsync(image, command)).EntryPoint.Problems;

        Assert.Equal(rule, problems is [var problem] ? problem.Rule : null);
    }

    [Fact]
    public async Task Without_a_command_there_is_nothing_to_say()
    {
        var read = (await Reading.OfAsync(new ImageTree())).EntryPoint;

        Assert.Null(read.Path);
        Assert.Empty(read.Problems);
        Assert.Equal(Linkage.Unknown, read.Linkage);
    }
}
