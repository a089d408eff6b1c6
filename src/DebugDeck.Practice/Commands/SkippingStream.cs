using DebugDeck.Practice.Shell.Terminals;

namespace DebugDeck.Practice.Commands;

/// <summary>Passes on what is written to it, but for the first bytes.</summary>
internal sealed class SkippingStream(Stream inner, long skip) : ClientStream
{
    private long _skip = skip;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var skipped = (int)Math.Min(_skip, buffer.Length);
        _skip -= skipped;
        if (skipped < buffer.Length)
        {
            await inner.WriteAsync(buffer[skipped..], cancellationToken);
        }
    }
}
