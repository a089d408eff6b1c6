using DebugDeck.Core.Logs;
using DebugDeck.Core.Streams;
using Docker.DotNet;

namespace DebugDeck.Docker.Logs;

/// <summary>One answer of the engine to one request for a log.</summary>
internal sealed class LogConnection : IDisposable
{
    private readonly MultiplexedStream? _stream;
    private readonly LogLineReader _reader;
    private readonly byte[] _buffer = new byte[1 << 16];

    public LogConnection(MultiplexedStream stream, bool isTty)
    {
        _stream = stream;
        _reader = new LogLineReader(isTty);
    }

    /// <summary>One that broke before it began.</summary>
    public LogConnection(Exception broken)
    {
        _reader = new LogLineReader(isTty: false);
        Broken = broken;
    }

    public LogStamp? OldestOpen => _reader.OldestOpen;

    /// <summary>What broke the connection; null while it holds, and if the answer has just ended.</summary>
    public Exception? Broken { get; private set; }

    /// <summary>Reads on and adds the lines that have ended; false at the end, expected or not.</summary>
    public async Task<bool> ReadAsync(List<StampedLine> lines, CancellationToken cancellationToken)
    {
        try
        {
            var read = await _stream!.ReadOutputAsync(_buffer, 0, _buffer.Length, cancellationToken);
            if (read.EOF)
            {
                return false;
            }

            // A read never reaches over the end of a frame, which the splitting relies on.
            var channel = read.Target == MultiplexedStream.TargetStream.StandardError ? OutputChannel.Error : OutputChannel.Output;
            _reader.Read(channel, _buffer.AsSpan(0, read.Count), lines);
            return true;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Broken = error;
            return false;
        }
    }

    /// <summary>Adds what is left once the end is reached.</summary>
    public void End(bool keepCut, List<StampedLine> lines) => _reader.End(keepCut, lines);

    public void Dispose() => _stream?.Dispose();
}
