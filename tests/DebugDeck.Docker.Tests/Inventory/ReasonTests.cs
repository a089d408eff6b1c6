using DebugDeck.Core.Targets;
using DebugDeck.Docker.Inventory;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Tests.Inventory;

public sealed class ReasonTests
{
    [Theory]
    [InlineData(0, "exit 0")]
    [InlineData(1, "exit 1")]
    [InlineData(127, "exit 127 (the program was not found)")]
    [InlineData(137, "exit 137 (killed by SIGKILL or out of memory)")]
    [InlineData(143, "exit 143 (ended by SIGTERM)")]
    public void Exit_codes_are_put_into_words(int code, string words) =>
        Assert.Equal(words, ContainerReason.Of(ContainerState.Exited, new State { ExitCode = code }, restarts: 0));

    [Fact]
    public void Out_of_memory_is_said_when_the_engine_knows() =>
        Assert.Equal("out of memory, exit 137", ContainerReason.Of(ContainerState.Exited, new State { ExitCode = 137, OOMKilled = true }, restarts: 0));

    [Theory]
    [InlineData(1, "restarting after exit 1, 1 restart")]
    [InlineData(14, "restarting after exit 1, 14 restarts")]
    public void A_restarting_one_says_how_often(int restarts, string words) =>
        Assert.Equal(words, ContainerReason.Of(ContainerState.Restarting, new State { ExitCode = 1 }, restarts));

    [Fact]
    public void The_engines_own_error_is_passed_on() =>
        Assert.Equal("exit 128: device not found", ContainerReason.Of(ContainerState.Exited, new State { ExitCode = 128, Error = "device not found\n" }, restarts: 0));

    [Fact]
    public void An_unhealthy_one_shows_what_its_check_said()
    {
        var health = new Health { Status = "unhealthy", FailingStreak = 3, Log = [new HealthcheckResult { Output = "old" }, new HealthcheckResult { Output = "refused\nmore" }] };

        Assert.Equal("unhealthy, 3 failed checks: refused", ContainerReason.Of(ContainerState.Running, new State { Health = health }, restarts: 0));
    }

    [Fact]
    public void A_running_one_needs_no_words() =>
        Assert.Null(ContainerReason.Of(ContainerState.Running, new State { ExitCode = 0 }, restarts: 2));

    [Theory]
    [InlineData("Up 3 hours (healthy)", null, ContainerHealth.Healthy)]
    [InlineData("Up 2 seconds (health: starting)", null, ContainerHealth.Starting)]
    [InlineData("Exited (137) 2 minutes ago", 137, ContainerHealth.None)]
    [InlineData("Restarting (1) 5 seconds ago", 1, ContainerHealth.None)]
    [InlineData("Exited (3221225786) 2 minutes ago", -1073741510, ContainerHealth.None)]
    [InlineData("Created", null, ContainerHealth.None)]
    [InlineData("", null, ContainerHealth.None)]
    public void The_status_text_of_the_list_is_read(string text, int? exitCode, ContainerHealth health) =>
        Assert.Equal(new ListStatus(exitCode, health), ListStatus.Parse(text));
}
