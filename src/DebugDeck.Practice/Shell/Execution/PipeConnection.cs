using System.IO.Pipelines;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Shell.Execution;

/// <summary>A pipe between two commands: 64 KiB, and who writes after the reader has gone gets EPIPE.</summary>
internal sealed class PipeConnection
{
    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 65536, resumeWriterThreshold: 32768, useSynchronizationContext: false));

    public PipeConnection()
    {
        Reader = _pipe.Reader.AsStream();
        Writer = new WriterStream(_pipe.Writer);
    }

    public Stream Reader { get; }

    public Stream Writer { get; }

    private sealed class WriterStream(PipeWriter writer) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (buffer.Length > 0 && (await writer.WriteAsync(buffer, cancellationToken)).IsCompleted)
            {
                throw new FileException(Errno.BrokenPipe, "");
            }
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override async ValueTask DisposeAsync()
        {
            await writer.CompleteAsync();
            await base.DisposeAsync();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("commands write asynchronously");
    }
}
