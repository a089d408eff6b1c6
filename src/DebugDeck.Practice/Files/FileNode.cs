using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Files;

/// <summary>A regular file. Its content is made when it is first read, so that a world of ten thousand files costs nothing.</summary>
internal class FileNode : Node
{
    private IFileContent _content;

    public FileNode(IFileContent content, int mode = 0b110_100_100)
    {
        _content = content;
        Mode = mode;
    }

    public override char TypeLetter => '-';

    public override int TypeBits => 0x8000;

    public override long Size => _content.Length;

    /// <summary>The bytes, whoever asks.</summary>
    public IFileContent Content => _content;

    public virtual Stream OpenRead(Process caller) => _content.Open();

    /// <summary>A stream whose bytes replace the content, or follow it when <paramref name="append"/> is set.</summary>
    public virtual Stream OpenWrite(Process caller, bool append, DateTimeOffset now)
    {
        var before = append ? ReadAll() : [];
        _content = new BytesContent(before);
        ModifiedAt = now;
        return new WriteStream(this, before);
    }

    private byte[] ReadAll()
    {
        using var source = _content.Open();
        using var copy = new MemoryStream();
        source.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>Readers see what has been written so far, as with a real file.</summary>
    private sealed class WriteStream : MemoryStream
    {
        private readonly FileNode _file;

        public WriteStream(FileNode file, byte[] before)
        {
            _file = file;
            base.Write(before);
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(buffer);
            Publish();
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            base.Write(buffer, offset, count);
            Publish();
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }

        private void Publish() => _file._content = new BytesContent(new ReadOnlyMemory<byte>(GetBuffer(), 0, (int)Length));
    }
}
