using Microsoft.Win32.SafeHandles;

namespace DebugDeck.Core.Images.Archives;

/// <summary>One layer: a tar inside the archive, compressed or not.</summary>
internal sealed class LayerBlob(string name, SafeFileHandle archive, long start, long length)
{
    public string Name => name;

    public long Length => length;

    public Compression Compression { get; } = Sniff(archive, start, length);

    /// <summary>Any part of it can be read without what comes before.</summary>
    public bool CanSeek => Compression == Compression.None;

    public Stream Open() => Compressions.Open(new FileSlice(archive, start, length), Compression);

    /// <summary>A part of the plain content. In a compressed layer all that comes before is read too.</summary>
    public Stream OpenAt(long offset, long size)
    {
        if (CanSeek)
        {
            return new FileSlice(archive, start + offset, Math.Min(size, Math.Max(0, length - offset)));
        }

        return new PassedOver(Open(), offset, size);
    }

    private static Compression Sniff(SafeFileHandle archive, long start, long length)
    {
        Span<byte> mark = stackalloc byte[Compressions.MarkLength];
        var read = RandomAccess.Read(archive, mark[..(int)Math.Min(mark.Length, length)], start);
        return Compressions.Of(mark[..read]);
    }
}
