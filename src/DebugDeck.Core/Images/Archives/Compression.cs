
namespace DebugDeck.Core.Images.Archives;

/// <summary>How a blob is compressed. Told by its first bytes: media types are wrong more often.</summary>
internal enum Compression
{
    None,
    Gzip,
    Zstd,
}
