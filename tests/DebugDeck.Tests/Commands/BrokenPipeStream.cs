namespace DebugDeck.Tests.Commands;

/// <summary>What a pipe does when nobody reads it any more.</summary>
internal sealed class BrokenPipeStream : SinkStream
{
    private const int BrokenPipe = 32;

    public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe", BrokenPipe);
}
