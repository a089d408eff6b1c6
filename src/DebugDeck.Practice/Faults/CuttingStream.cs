namespace DebugDeck.Practice.Faults;

/// <summary>Lets so many bytes out and then breaks the connection.</summary>
internal sealed class CuttingStream(Stream inner, long left, Action abort) : Stream
{
    private static readonly TimeSpan ReadingTime = TimeSpan.FromMilliseconds(100);

    private long _left = left;

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var passed = buffer[..(int)Math.Min(_left, buffer.Length)];
        _left -= passed.Length;
        await inner.WriteAsync(passed, cancellationToken);
        if (passed.Length == buffer.Length)
            return;
        await inner.FlushAsync(cancellationToken);

        // A reset connection loses what its other end has not read yet.
        await Task.Delay(ReadingTime, TimeProvider.System, cancellationToken);
        abort();
        throw new IOException("the connection was cut");
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => throw new NotSupportedException("Kestrel's streams are asynchronous");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Kestrel's streams are asynchronous");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Kestrel's streams are asynchronous");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
