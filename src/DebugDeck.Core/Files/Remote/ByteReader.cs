using System.Text;
using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Files.Remote;

/// <summary>Reads texts and lengths of bytes from a stream that may be hostile.</summary>
internal sealed class ByteReader(Stream stream)
{
    // A path is at most 4 KiB, and so is a link; a complaint may quote two.
    private const int LongestText = 64 * 1024;

    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _count;

    /// <summary>The next byte; null at the end.</summary>
    public async ValueTask<byte?> NextAsync(CancellationToken cancellationToken)
    {
        if (_count == 0 && !await FillAsync(cancellationToken))
        {
            return null;
        }

        _count--;
        return _buffer[_start++];
    }

    /// <summary>The text up to a byte, which is taken and left out; null at the end.</summary>
    public async ValueTask<string?> UntilAsync(byte last, CancellationToken cancellationToken)
    {
        var text = new MemoryStream();
        while (_count > 0 || await FillAsync(cancellationToken))
        {
            var at = _buffer.AsSpan(_start, _count).IndexOf(last);
            var length = at < 0 ? _count : at;
            text.Write(_buffer, _start, length);
            _start += at < 0 ? length : length + 1;
            _count -= at < 0 ? length : length + 1;
            if (text.Length > LongestText)
            {
                throw Nonsense();
            }

            if (at >= 0)
            {
                return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
            }
        }

        return null;
    }

    public async ValueTask<byte[]> ExactlyAsync(int length, CancellationToken cancellationToken)
    {
        var bytes = new byte[length];
        var buffered = Math.Min(length, _count);
        _buffer.AsSpan(_start, buffered).CopyTo(bytes);
        _start += buffered;
        _count -= buffered;
        return await stream.ReadAtLeastAsync(bytes.AsMemory(buffered), length - buffered, throwOnEndOfStream: false, cancellationToken) == length - buffered
            ? bytes
            : throw Nonsense();
    }

    public static DebugDeckException Nonsense() => new(
        ErrorKind.Failed, "the tools beside the target's files answered something that cannot be understood", "is its `stat` neither busybox nor GNU? another toolbox may help");

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        _start = 0;
        _count = await stream.ReadAsync(_buffer, cancellationToken);
        return _count > 0;
    }
}
