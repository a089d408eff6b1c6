using System.Text;
using DebugDeck.Core.Debugging;

namespace DebugDeck.TestKit;

/// <summary>All that a process writes, both outputs as they come.</summary>
public static class ProcessText
{
    public static async Task<string> ReadAsync(IRemoteProcess process, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        var buffer = new byte[4096];
        while (await process.ReadAsync(buffer, cancellationToken) is { Count: > 0 } chunk)
        {
            all.Write(buffer, 0, chunk.Count);
        }

        return Encoding.UTF8.GetString(all.ToArray());
    }
}
