using System.Diagnostics;
using DebugDeck.Core.Debugging;

namespace DebugDeck.Core.Tests.Debugging;

public sealed class DebugScriptsTests
{
    private static readonly DebugSurroundings Around = new("/proc/1/root");

    [Fact]
    public async Task A_command_finds_its_target_and_gets_its_arguments_unchanged()
    {
        string[] arguments = ["printf", "%s|", "$TARGET", "a b", "", "'", "\"", "*", "$(id)", "\\n", "; exit 9", "日本"];

        var (code, output, _) = await BusyboxShell.RunAsync(DebugScripts.Command(Around, arguments));
        var (_, target, _) = await BusyboxShell.RunAsync(DebugScripts.Command(Around, ["sh", "-c", "echo $TARGET"]));

        Assert.Equal(0, code);
        Assert.Equal(string.Concat(arguments.Skip(2).Select(argument => argument + "|")), output);
        Assert.Equal("/proc/1/root\n", target);
    }

    [Theory]
    [InlineData("/proc/1/root")]
    [InlineData("/proc/$(id)/'root'")]
    public async Task A_strange_root_stays_text(string root)
    {
        var (_, output, _) = await BusyboxShell.RunAsync(DebugScripts.Command(new DebugSurroundings(root), ["sh", "-c", "printf %s \"$TARGET\""]));

        Assert.Equal(root, output);
    }

    [Fact]
    public async Task A_commands_own_code_comes_back() =>
        Assert.Equal(42, (await BusyboxShell.RunAsync(DebugScripts.Command(Around, ["sh", "-c", "exit 42"]))).Code);

    [Fact]
    public async Task A_command_that_does_not_exist_ends_with_127_and_says_so()
    {
        var (code, output, error) = await BusyboxShell.RunAsync(DebugScripts.Command(Around, ["no-such-program"]));

        Assert.Equal(127, code);
        Assert.Empty(output);
        Assert.Contains("no-such-program: not found", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_interactive_shell_says_its_lines_before_it_reads_the_first_command()
    {
        var script = DebugScripts.Interactive(Around, "web", ["It's in /proc/1/root ($TARGET).", "Leaving \e[31mdoes not stop\e[0m it."]);

        var (code, output, _) = await BusyboxShell.RunAsync(script, "echo $TARGET; exit 7\n");

        Assert.Equal(7, code);
        Assert.Equal("It's in /proc/1/root ($TARGET).\nLeaving \\e[31mdoes not stop\\e[0m it.\n/proc/1/root\n", output);
    }

    [Fact]
    public async Task A_hostile_name_cannot_get_into_the_prompt()
    {
        // A bash that reads from a pipe forgets its prompt, so none may be found.
        var environment = new Dictionary<string, string> { ["PATH"] = "/nowhere" };

        var (_, output, _) = await BusyboxShell.RunAsync(DebugScripts.Interactive(Around, "web'; $(touch x)`id`\e[31m", []), "echo \"$PS1\"\n", environment);

        Assert.Equal("web?????touch?x??id???31m $PWD # \n", output.TrimStart('\n'));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_sleeper_ends_by_itself(bool isFirstProcess)
    {
        var clock = Stopwatch.StartNew();

        var (code, _, _) = await BusyboxShell.RunAsync(["sh", "-c", DebugScripts.Sleeper(TimeSpan.FromMilliseconds(400), isFirstProcess)]);

        Assert.Equal(0, code);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_sleeper_beside_a_target_has_no_child_to_leave_behind()
    {
        using var sleeper = BusyboxShell.Start(["sh", "-c", DebugScripts.Sleeper(TimeSpan.FromMinutes(5), isFirstProcess: false)]);
        try
        {
            await UntilAsync(() => CommandLine(sleeper.Id) == "sleep 300");

            Assert.Empty(Children(sleeper.Id));
        }
        finally
        {
            sleeper.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task What_carries_the_mark_is_ended_and_nothing_else_is()
    {
        var mark = Guid.NewGuid().ToString("N");
        var marked = new Dictionary<string, string> { ["SECOND\nLINE"] = "x", [DebugScripts.Marker] = mark };
        using var stubborn = BusyboxShell.Start(["sh", "-c", "trap '' HUP TERM; sleep 300 & sleep 301; while :; do sleep 1; done"], marked);
        using var other = BusyboxShell.Start(["sh", "-c", "sleep 302"], new Dictionary<string, string> { [DebugScripts.Marker] = "other" });
        try
        {
            await UntilAsync(() => Children(stubborn.Id).Count == 2);
            var children = Children(stubborn.Id);

            var (code, output, error) = await BusyboxShell.RunAsync(DebugScripts.End(Around, mark));

            Assert.Equal((0, "", ""), (code, output, error));
            await stubborn.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain(children, child => CommandLine(child).Length > 0);
            Assert.False(other.HasExited);
        }
        finally
        {
            stubborn.Kill(entireProcessTree: true);
            other.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task Ending_what_has_ended_already_is_no_failure() =>
        Assert.Equal(0, (await BusyboxShell.RunAsync(DebugScripts.End(Around, Guid.NewGuid().ToString("N")))).Code);

    [Fact]
    public async Task The_first_process_of_no_container_is_nothing() =>
        Assert.Equal("", (await BusyboxShell.RunAsync(DebugScripts.FindFirstProcess(Around, Guid.NewGuid().ToString("N")))).Output);

    private static string CommandLine(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").TrimEnd('\0').Replace('\0', ' ');
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static IReadOnlyList<int> Children(int process) =>
        [.. File.ReadAllText($"/proc/{process}/task/{process}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];

    private static async Task UntilAsync(Func<bool> reached)
    {
        while (!reached())
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
