using System.Buffers;
using System.IO.Pipelines;

namespace DebugDeck.Practice.Shell.Terminals;

/// <summary>The lines of a terminal. Ctrl-D on an empty line is one end of file; who goes on reading gets what is typed after it.</summary>
internal sealed class TerminalInput(PipeReader lines) : Stream
{
    // Ctrl-D cannot be typed into a line, so it can stand for the end in the pipe.
    public static readonly byte[] EndMark = [4];
    private int _ends;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void MarkEnd() => Interlocked.Increment(ref _ends);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var result = await lines.ReadAsync(cancellationToken);
        var bytes = result.Buffer;
        if (bytes.IsEmpty)
        {
            lines.AdvanceTo(bytes.End);
            return 0;
        }

        if (Volatile.Read(ref _ends) > 0 && bytes.FirstSpan[0] == EndMark[0])
        {
            Interlocked.Decrement(ref _ends);
            lines.AdvanceTo(bytes.GetPosition(1));
            return 0;
        }

        var count = (int)Math.Min(buffer.Length, Volatile.Read(ref _ends) > 0 && bytes.PositionOf(EndMark[0]) is { } mark
            ? bytes.Slice(0, mark).Length
            : bytes.Length);
        bytes.Slice(0, count).CopyTo(buffer.Span);
        lines.AdvanceTo(bytes.GetPosition(count));
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("terminals are read asynchronously");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
