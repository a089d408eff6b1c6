using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Anatomy.Programs;

public sealed class ScriptTests
{
    [Theory]
    [InlineData("#!/bin/sh\nexit\n", null)]
    [InlineData("#! /bin/sh -e\nexit\n", null)]
    [InlineData("#!/bin/sh\r\nexit\r\n", "program.script-crlf")]
    [InlineData("#!/bin/bash\nexit\n", "program.script-interpreter-missing")]
    [InlineData("#!/etc/data\nexit\n", "program.script-interpreter-missing")]
    [InlineData("#!/usr/bin/env python3\n", null)]
    [InlineData("#!/usr/bin/env -S python3 -u\n", null)]
    [InlineData("#!/usr/bin/env -S A=b python3\n", null)]
    [InlineData("#!/usr/bin/env python3 -u\n", "program.script-env-arguments")]
    [InlineData("#!/usr/bin/env ruby\n", "program.script-interpreter-missing")]
    [InlineData("#!\n", "program.format")]
    [InlineData("echo no first line\n", "program.format")]
    [InlineData("\ufeff#!/bin/sh\n", "program.format")]
    [InlineData("", "program.format")]
    [InlineData("MZ\u0090\0\u0003", "program.format")]
    [InlineData("PK\u0003\u0004", "program.format")]
    [InlineData("version https://git-lfs.github.com/spec/v1\n", "program.format")]
    public async Task A_first_line_decides_whether_a_script_starts(string script, string? rule)
    {
        var image = new ImageTree()
            .File("/bin/busybox", Elf.Static(), 0x1ED).Link("/bin/sh", "busybox").File("/etc/data", "x")
            .File("/usr/bin/env", Elf.Static(), 0x1ED).File("/usr/bin/python3.13", Elf.Static(), 0x1ED).Link("/usr/bin/python3", "python3.13")
            .File("/entry", script, 0x1ED);

        var read = await ReadAsync(image, "/entry");

        Assert.Equal(rule, read.Problems is [var problem] ? problem.Rule : null);
    }

    [Fact]
    public async Task The_runtime_of_a_script_is_its_interpreters()
    {
        var image = new ImageTree().File("/usr/bin/env", Elf.Static(), 0x1ED).File("/usr/bin/python3.13", Elf.Static(), 0x1ED).Link("/usr/bin/python3", "python3.13")
            .File("/entry", "#!/usr/bin/env python3\n", 0x1ED);

        var read = await ReadAsync(image, "/entry");

        Assert.Equal(new RuntimeFacts(RuntimeIds.Python, "Python", "3.13") { Home = "/usr" }, read.Runtime);
        Assert.Equal(Linkage.Script, read.Linkage);
        Assert.Equal("/usr/bin/env", read.Interpreter);
    }

    [Theory]
    [InlineData("/entry.sh", "node", "server.js")]
    [InlineData("tini", "--", "node", "server.js")]
    [InlineData("tini", "-g", "-p", "SIGTERM", "--", "/entry.sh", "node", "server.js")]
    [InlineData("/bin/sh", "-c", "exec node server.js")]
    [InlineData("/bin/sh", "-c", "NODE_ENV=production node server.js")]
    public async Task What_a_wrapper_starts_is_looked_at_as_well(params string[] command)
    {
        var image = new ImageTree().File("/bin/sh", Elf.Static(), 0x1ED).File("/sbin/tini", Elf.Static(), 0x1ED)
            .File("/usr/local/bin/node", Elf.Static(), 0x1ED)
            .File("/usr/local/include/node/node_version.h", "#define NODE_MAJOR_VERSION 24\n#define NODE_MINOR_VERSION 3\n#define NODE_PATCH_VERSION 1\n")
            .File("/entry.sh", "#!/bin/sh\nset -e\nif [ \"$1\" = x ]; then\n  set -- y\nfi\nexec \"$@\"\n", 0x1ED);

        var read = await ReadAsync(image, command);

        Assert.Equal((RuntimeIds.Node, "24.3.1"), (read.Runtime?.Id, read.Runtime?.Version));
        Assert.NotNull(read.Launches);
        Assert.Empty(read.Problems);
    }

    [Fact]
    public async Task What_a_wrapper_starts_in_vain_is_a_problem_of_the_entry_point()
    {
        var image = new ImageTree().File("/sbin/tini", Elf.Static(), 0x1ED);

        var read = await ReadAsync(image, "tini", "--", "server");

        Assert.Equal("program.missing", Assert.Single(read.Problems).Rule);
        Assert.Equal("/sbin/tini", read.Path);
    }

    [Fact]
    public async Task A_shell_text_of_several_commands_is_not_guessed_at()
    {
        var image = new ImageTree().File("/bin/sh", Elf.Static(), 0x1ED);

        var read = await ReadAsync(image, "/bin/sh", "-c", "migrate && server");

        Assert.Null(read.Launches);
        Assert.Equal(RuntimeIds.Shell, read.Runtime?.Id);
        Assert.Empty(read.Problems);
    }

    private static async Task<EntryPoint> ReadAsync(ImageTree image, params string[] command) =>
        (await Reading.OfAsync(image, new ContainerSetting { Command = command })).EntryPoint;
}
