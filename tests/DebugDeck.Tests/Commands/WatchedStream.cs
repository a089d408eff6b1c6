using System.Text;

namespace DebugDeck.Tests.Commands;

/// <summary>An output that a test can wait for.</summary>
internal sealed class WatchedStream : SinkStream
{
    private readonly Lock _gate = new();
    private readonly MemoryStream _written = new();

    public string Text
    {
        get
        {
            lock (_gate)
            {
                return Encoding.UTF8.GetString(_written.ToArray());
            }
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        lock (_gate)
        {
            _written.Write(buffer);
        }
    }

    public async Task WaitForLinesAsync(int count)
    {
        while (Text.Count(character => character == '\n') < count)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
