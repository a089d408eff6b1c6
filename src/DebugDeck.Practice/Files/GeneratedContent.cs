namespace DebugDeck.Practice.Files;

/// <summary>A file of any size whose bytes follow from their position: big enough to show a copy, without holding it in memory.</summary>
internal sealed class GeneratedContent(long length, int seed) : IFileContent
{
    public long Length => length;

    public Stream Open() => new GeneratedStream(length, seed);

    private sealed class GeneratedStream(long length, int seed) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, length - Position);
            for (var i = 0; i < count; i++)
            {
                // A cheap mix of the position: the same byte at the same place each time, and nothing that compresses away.
                var mixed = (ulong)(Position + i + seed) * 0x9E3779B97F4A7C15;
                buffer[i] = (byte)(mixed >> 56);
            }

            Position += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => length + offset,
        };

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
