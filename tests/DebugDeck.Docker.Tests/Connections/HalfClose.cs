using System.Text;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Tests.Connections;

/// <summary>The hard case of every transport: a taken-over connection whose input ends before its output.</summary>
internal static class HalfClose
{
    public static async Task AssertWorksAsync(DockerConnection connection, TestContainers containers)
    {
        var cancelled = TestContext.Current.CancellationToken;
        var id = await containers.RunAsync("cat", [], "sleep", "600");
        var exec = await connection.Client.Exec.CreateContainerExecAsync(
            id, new ContainerExecCreateParameters { Cmd = ["sh", "-c", "cat; echo end"], AttachStdin = true, AttachStdout = true, AttachStderr = true }, cancelled);
        using var stream = await connection.Client.Exec.StartContainerExecAsync(exec.ID, new ContainerExecStartParameters(), cancelled);

        // More than any buffer on the way holds.
        var sent = new string('x', 300_000);
        var reading = stream.ReadOutputToEndAsync(cancelled);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(sent), 0, sent.Length, cancelled);
        stream.CloseWrite();

        var (output, errors) = await reading.WaitAsync(TimeSpan.FromSeconds(20), cancelled);
        Assert.Equal("", errors);
        Assert.Equal(sent + "end\n", output);
    }
}
