using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Tests.Debugging;

public sealed class ProcessScriptTests
{
    [Fact]
    public async Task A_real_process_is_read_in_one_go()
    {
        var (_, output, _) = await BusyboxShell.RunAsync(
            ProcessScript.Read("/proc/self", "MARK"), environment: new Dictionary<string, string> { ["TZ"] = "Mars/Olympus" });

        var facts = ProcessText.Parse(Encoding.UTF8.GetBytes(output), "MARK", 7)!;

        Assert.Equal(7, facts.Id);
        Assert.Equal("Mars/Olympus", facts.Variable("TZ"));
        Assert.Contains("/proc/self/cmdline", facts.Command!);
        Assert.Contains(facts.MappedFiles!, file => file.StartsWith('/'));
        Assert.True(facts.Status!.ContainsKey("Uid"));
        Assert.Empty(facts.Missing);
    }

    [Fact]
    public async Task A_process_that_does_not_exist_is_none()
    {
        var (_, output, _) = await BusyboxShell.RunAsync(ProcessScript.Read("/proc/4194305", "MARK"));

        Assert.Null(ProcessText.Parse(Encoding.UTF8.GetBytes(output), "MARK", 4194305));
    }

    [Fact]
    public void What_may_not_be_read_is_named_and_the_rest_is_kept()
    {
        var facts = ProcessText.Parse("\nMARK cmdline\n/app\0--port\0\nMARK status\nUid:\t65532\t65532\n\nMARK environ\n\nMARK denied\n\nMARK maps\n\nMARK denied\n"u8.ToArray(), "MARK", 1)!;

        Assert.Equal(["/app", "--port"], facts.Command!);
        Assert.Equal("65532 65532", facts.Status!["Uid"]);
        Assert.Null(facts.Environment);
        Assert.Equal(["environ of process 1 may not be read", "maps of process 1 may not be read"], facts.Missing);
    }

    [Theory]
    [InlineData("/proc/1/root", 1)]
    [InlineData("/proc/4711/root", 4711)]
    [InlineData("/", null)]
    [InlineData("/proc/self/root", null)]
    public void The_root_says_which_process_is_the_targets(string root, int? process) => Assert.Equal(process, ProcessScript.FolderOf(root)?.Process);
}
