using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Streams;

namespace DebugDeck.Kubernetes.Tests.Support;

/// <summary>Everything a process wrote, and how it ended.</summary>
internal sealed record RemoteOutput(string Output, string Error, int ExitCode)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<RemoteOutput> OfAsync(IRemoteProcess process)
    {
        var (output, error) = (new StringBuilder(), new StringBuilder());
        var buffer = new byte[4096];
        for (OutputChunk chunk; (chunk = await process.ReadAsync(buffer, Token)).Count > 0;)
        {
            (chunk.Channel == OutputChannel.Error ? error : output).Append(Encoding.UTF8.GetString(buffer, 0, chunk.Count));
        }

        return new RemoteOutput(output.ToString(), error.ToString(), await process.ExitCodeAsync(Token));
    }
}
