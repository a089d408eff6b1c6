namespace DebugDeck.Practice.Tests.Shell;

/// <summary>Pipes that break, and jobs that are told to end.</summary>
public sealed class SignalTests
{
    [Fact]
    public async Task A_writer_ends_when_its_reader_has_gone()
    {
        var result = await new ShellScene().RunAsync("yes | head -n 2");

        Assert.Equal(("y\ny\n", 0), (result.Output, result.ExitCode));
    }

    [Fact]
    public async Task The_sleeper_of_a_debug_container_ends_on_term()
    {
        var result = await new ShellScene().RunAsync("sh -c \"trap 'exit 0' TERM INT; sleep 3600 & wait\" & sleep 0.3; kill -TERM $!; wait $!; echo $?");

        Assert.Equal(("0\n", 0), (result.Output, result.ExitCode));
    }

    [Fact]
    public async Task A_killed_job_has_the_status_of_its_signal()
    {
        var result = await new ShellScene().RunAsync("sleep 100 & kill -9 $!; wait $!; echo $?");

        Assert.Equal("137\n", result.Output);
    }
}
