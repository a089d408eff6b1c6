using System.IO.Compression;
using ZstdSharp;

namespace DebugDeck.Core.Images.Archives;

/// <summary>Recognises and undoes the compression of blobs.</summary>
internal static class Compressions
{
    public const int MarkLength = 4;

    public static Compression Of(ReadOnlySpan<byte> start) => start switch
    {
        [0x1f, 0x8b, ..] => Compression.Gzip,
        [0x28, 0xb5, 0x2f, 0xfd, ..] => Compression.Zstd,
        // A skippable frame, with which zstd:chunked and pzstd may begin.
        [>= 0x50 and <= 0x5f, 0x2a, 0x4d, 0x18, ..] => Compression.Zstd,
        _ => Compression.None,
    };

    /// <summary>The plain content. What the decompressor complains about comes as <see cref="InvalidDataException"/> or <see cref="ZstdException"/>.</summary>
    public static Stream Open(Stream blob, Compression compression) => compression switch
    {
        Compression.Gzip => new GZipStream(blob, CompressionMode.Decompress),
        Compression.Zstd => new DecompressionStream(blob, bufferSize: 128 * 1024),
        _ => blob,
    };
}
