using System.Buffers;
using DebugDeck.Core.Streams;

namespace DebugDeck.Core.Logs;

/// <summary>
/// The lines of one output. Docker cuts a line into parts of 16 KiB and puts the stamp of the first part before each of them (measured on 20.10, with and
/// without a terminal), so an equal stamp after 16 KiB is the seam of one line. Without a terminal a piece that begins with another stamp begins
/// another line, even if the one before never ended: that is how a program's last words before a restart look.
/// </summary>
internal sealed class ChannelLines(OutputChannel channel, bool isTty)
{
    private const int PartSize = 16 * 1024;

    // A program that writes without ever ending a line must not fill our memory.
    private const int LongestLine = 1 << 20;

    private readonly ArrayBufferWriter<byte> _content = new(256);
    private readonly byte[] _head = new byte[LogStamp.LongestText + 1];
    private int _headLength;
    private int _partLength;
    private bool _isOpen;
    private bool _isAtHead = true;
    private LogStamp? _stamp;

    /// <summary>The stamp of the line that has begun and not ended; null if there is none.</summary>
    public LogStamp? Open => _isOpen ? _stamp : null;

    public void Read(ReadOnlySpan<byte> piece, ICollection<StampedLine> lines)
    {
        // A head that is cut in two is still a head.
        _isAtHead |= !isTty && _isOpen;
        while (piece.Length > 0)
        {
            piece = piece[(_isAtHead ? TakeHead(piece, lines) : TakeContent(piece, lines))..];
        }
    }

    public void End(bool keepCut, ICollection<StampedLine> lines)
    {
        if (_headLength > 0)
        {
            Append(_head.AsSpan(0, _headLength), lines);
            _headLength = 0;
        }

        if (_isOpen && (keepCut || _partLength < PartSize))
        {
            Emit(lines);
        }
    }

    // Gathers what may be a stamp until it is clear whether it is one.
    private int TakeHead(ReadOnlySpan<byte> piece, ICollection<StampedLine> lines)
    {
        var end = piece.IndexOfAny((byte)' ', (byte)'\n');
        var taken = Math.Min(end < 0 ? piece.Length : end + 1, _head.Length - _headLength);
        piece[..taken].CopyTo(_head.AsSpan(_headLength));
        _headLength += taken;
        var head = _head.AsSpan(0, _headLength);
        if (head[^1] is not ((byte)' ' or (byte)'\n') && LogStamp.CouldBegin(head))
        {
            return taken;
        }

        _isAtHead = false;
        _headLength = 0;
        if (head[^1] == ' ' && LogStamp.TryParse(head[..^1], out var stamp) && (!_isOpen || !isTty || stamp == _stamp))
        {
            Begin(stamp, lines);
            return taken;
        }

        _isOpen = true;
        if (head[^1] == '\n')
        {
            Append(head[..^1], lines);
            Emit(lines);
        }
        else
        {
            Append(head, lines);
        }

        return taken;
    }

    private void Begin(LogStamp stamp, ICollection<StampedLine> lines)
    {
        if (_isOpen && stamp != _stamp)
        {
            Emit(lines);
        }

        _isAtHead = false;
        _isOpen = true;
        _stamp = stamp;
        _partLength = 0;
    }

    private int TakeContent(ReadOnlySpan<byte> piece, ICollection<StampedLine> lines)
    {
        var end = piece.IndexOf((byte)'\n');
        var length = end < 0 ? piece.Length : end;

        // With a terminal nothing but the length of the part says where the next one begins.
        if (isTty && _partLength < PartSize && _partLength + length >= PartSize && _stamp is not null)
        {
            length = PartSize - _partLength;
            Append(piece[..length], lines);
            _isAtHead = true;
            return length;
        }

        Append(piece[..length], lines);
        if (end < 0)
        {
            return length;
        }

        Emit(lines);
        return length + 1;
    }

    private void Append(ReadOnlySpan<byte> bytes, ICollection<StampedLine> lines)
    {
        _isOpen = true;
        _partLength += bytes.Length;
        _content.Write(bytes);
        if (_content.WrittenCount >= LongestLine)
        {
            lines.Add(new StampedLine(channel, _stamp, _content.WrittenSpan.ToArray()));
            _content.ResetWrittenCount();
        }
    }

    private void Emit(ICollection<StampedLine> lines)
    {
        var content = _content.WrittenSpan;
        if (isTty && content is [.., (byte)'\r'])
        {
            content = content[..^1];
        }

        lines.Add(new StampedLine(channel, _stamp, content.ToArray()));
        _content.ResetWrittenCount();
        (_isOpen, _isAtHead, _stamp, _partLength) = (false, true, null, 0);
    }
}
