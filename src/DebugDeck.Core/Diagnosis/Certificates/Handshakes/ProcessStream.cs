using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Streams;

namespace DebugDeck.Core.Diagnosis.Certificates.Handshakes;

/// <summary>The input and output of a process in a session as one stream: what <c>nc</c> makes of a connection. Does not own the process.</summary>
public sealed class ProcessStream(IRemoteProcess process) : Stream
{
    private const int MostErrors = 4096;

    private readonly StringBuilder _errors = new();

    /// <summary>What the process complained about so far.</summary>
    public string Errors => _errors.ToString().Trim();

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        while (true)
        {
            var chunk = await process.ReadAsync(buffer, cancellationToken);
            if (chunk.Channel == OutputChannel.Output || chunk.Count == 0)
            {
                return chunk.Count;
            }

            if (_errors.Length < MostErrors)
            {
                _errors.Append(Encoding.UTF8.GetString(buffer.Span[..chunk.Count]));
            }
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => process.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        process.WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("a remote process is read asynchronously");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("a remote process is written asynchronously");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
