using System.Text;
using System.Text.RegularExpressions;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Streams;

namespace DebugDeck.Kubernetes.Logs;

/// <summary>Splits what a server sends as a log into lines. A line has its stamp in front; a long one is sent as a whole, whatever the runtime made of it.</summary>
internal sealed partial class LogBody(Stream body) : IDisposable
{
    // A program that writes without ever ending a line must not fill our memory.
    private const int LongestLine = 1 << 20;

    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly MemoryStream _open = new();
    private bool _isFirst = true;

    /// <summary>The answer is the kubelet's excuse instead of a log: the runtime has removed the container.</summary>
    public string? Excuse { get; private set; }

    /// <summary>What broke the connection; null while it holds, and if the answer has just ended.</summary>
    public Exception? Broken { get; private set; }

    /// <summary>Reads on and adds the lines that have ended; false at the end, expected or not.</summary>
    public async Task<bool> ReadAsync(List<StampedLine> lines, CancellationToken cancellationToken)
    {
        int read;
        try
        {
            read = await body.ReadAsync(_buffer, cancellationToken);
        }
        catch (Exception error) when (error is HttpRequestException or IOException && !cancellationToken.IsCancellationRequested)
        {
            // What has begun comes again as a whole.
            Broken = error;
            return false;
        }

        if (read == 0)
        {
            if (_open.Length > 0)
            {
                Emit(lines);
            }

            return false;
        }

        Split(_buffer.AsSpan(0, read), lines);
        return true;
    }

    public void Dispose() => _open.Dispose();

    private void Split(ReadOnlySpan<byte> piece, List<StampedLine> lines)
    {
        while (!piece.IsEmpty)
        {
            var end = piece.IndexOf((byte)'\n');
            _open.Write(end < 0 ? piece : piece[..end]);
            if (end >= 0 || _open.Length >= LongestLine)
            {
                Emit(lines);
            }

            piece = end < 0 ? [] : piece[(end + 1)..];
        }
    }

    private void Emit(List<StampedLine> lines)
    {
        var line = _open.ToArray();
        _open.SetLength(0);
        var space = line.AsSpan().IndexOf((byte)' ');
        if (space > 0 && LogStamp.TryParse(line.AsSpan(0, space), out var stamp))
        {
            lines.Add(new StampedLine(OutputChannel.Output, stamp, line.AsMemory(space + 1)));
        }
        else if (_isFirst && Gone().IsMatch(Encoding.UTF8.GetString(line)))
        {
            Excuse = Encoding.UTF8.GetString(line);
        }
        else
        {
            lines.Add(new StampedLine(OutputChannel.Output, null, line));
        }

        _isFirst = false;
    }

    [GeneratedRegex("^unable to retrieve container logs for [a-z-]+://[0-9a-f]+$")]
    private static partial Regex Gone();
}
