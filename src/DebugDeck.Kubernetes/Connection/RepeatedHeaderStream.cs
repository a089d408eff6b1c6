namespace DebugDeck.Kubernetes.Connection;

/// <summary>
/// Holds a request's head back until it is whole, restores its <see cref="RepeatedHeader"/>s, and then stands aside.
/// Good for one request: the connection must not be used again.
/// </summary>
internal sealed class RepeatedHeaderStream(Stream inner) : Stream
{
    private readonly MemoryStream _head = new();
    private bool _sent;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => inner.ReadAsync(buffer, offset, count, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        await inner.WriteAsync(Rewrite(buffer), cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(Rewrite(buffer.AsMemory(offset, count)).Span);

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private ReadOnlyMemory<byte> Rewrite(ReadOnlyMemory<byte> bytes)
    {
        if (_sent)
        {
            return bytes;
        }

        _head.Write(bytes.Span);
        var all = _head.GetBuffer().AsSpan(0, (int)_head.Length);
        var end = all.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        _sent = true;
        return (byte[])[.. RepeatedHeader.Restore(all[..(end + 4)]), .. all[(end + 4)..]];
    }
}
