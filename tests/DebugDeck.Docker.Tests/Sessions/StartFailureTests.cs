using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Streams;
using DebugDeck.Docker.Sessions;

namespace DebugDeck.Docker.Tests.Sessions;

/// <summary>The messages are the engines' own (Docker 20.10, Podman 4.3).</summary>
public sealed class StartFailureTests
{
    [Theory]
    [InlineData("OCI runtime exec failed: exec failed: unable to start container process: exec: \"sh\": executable file not found in $PATH: unknown\r\n", 126, OutputChannel.Output)]
    [InlineData("OCI runtime exec failed: exec failed: unable to start container process: exec: \"/x\": stat /x: no such file or directory: unknown\r\n", 127, OutputChannel.Output)]
    [InlineData("Error: runc: exec failed: unable to start container process: exec: \"sh\": executable file not found in $PATH: OCI runtime attempted to invoke a command that was not found\n", 127, OutputChannel.Error)]
    public void A_missing_program_is_not_found_and_has_written_nothing(string message, int code, OutputChannel channel)
    {
        var start = new StartFailure("sh");
        var bytes = Encoding.UTF8.GetBytes(message);

        Assert.True(start.Withholds(new OutputChunk(channel, bytes.Length), bytes));
        start.Decide(code);

        Assert.Equal((ErrorKind.NotFound, "there is no program 'sh'"), (start.Error?.Kind, start.Error?.Message));
        Assert.False(start.TryTakeBack(new byte[10], out _));
    }

    [Fact]
    public void A_program_that_may_not_be_executed_says_why()
    {
        var start = new StartFailure("/etc/app.conf");
        var bytes = "OCI runtime exec failed: exec failed: unable to start container process: exec: \"/etc/app.conf\": permission denied: unknown\r\n"u8;

        start.Withholds(new OutputChunk(OutputChannel.Output, bytes.Length), bytes);
        start.Decide(126);

        Assert.Equal(ErrorKind.Failed, start.Error?.Kind);
        Assert.Contains("permission denied", start.Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_that_looks_like_it_is_given_back_in_pieces_that_fit()
    {
        var start = new StartFailure("echo");
        var bytes = "OCI runtime exec failed: not really"u8;
        start.Withholds(new OutputChunk(OutputChannel.Error, bytes.Length), bytes);

        start.Decide(0);

        var buffer = new byte[10];
        var text = "";
        while (start.TryTakeBack(buffer, out var chunk))
        {
            Assert.Equal(OutputChannel.Error, chunk.Channel);
            text += Encoding.ASCII.GetString(buffer, 0, chunk.Count);
        }

        Assert.Equal("OCI runtime exec failed: not really", text);
        Assert.Null(start.Error);
    }

    [Fact]
    public void Later_output_is_never_withheld()
    {
        var start = new StartFailure("sh");
        Assert.False(start.Withholds(new OutputChunk(OutputChannel.Output, 2), "ok"u8));

        Assert.False(start.Withholds(new OutputChunk(OutputChannel.Output, 24), "OCI runtime exec failed:"u8));
    }
}
