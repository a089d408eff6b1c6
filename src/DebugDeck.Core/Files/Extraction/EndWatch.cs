namespace DebugDeck.Core.Files.Extraction;

/// <summary>
/// Notices whether a reader has come to the end of the stream. The reader of a whole tar never does, because it stops at the end mark;
/// one that was cut off between two entries looks the same to <see cref="System.Formats.Tar.TarReader"/>, but is not.
/// </summary>
internal sealed class EndWatch(Stream inner) : Stream
{
    public bool HasEnded { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Note(inner.Read(buffer, offset, count), count);

    public override int Read(Span<byte> buffer) => Note(inner.Read(buffer), buffer.Length);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Note(await inner.ReadAsync(buffer, cancellationToken), buffer.Length);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Note(int read, int wanted)
    {
        HasEnded |= read == 0 && wanted > 0;
        return read;
    }
}
