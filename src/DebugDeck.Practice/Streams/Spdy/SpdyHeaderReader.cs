using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace DebugDeck.Practice.Streams.Spdy;

/// <summary>Reads the header blocks of one connection. They are one compressed stream, so every block must pass through here in order.</summary>
internal sealed class SpdyHeaderReader : IDisposable
{
    /// <summary>No block of a client has more; a length beyond it is nonsense.</summary>
    private const int LengthLimit = 64 * 1024;

    private readonly FeedStream _feed = new();
    private readonly DeflateStream _inflate;
    private bool _begun;

    public SpdyHeaderReader()
    {
        // .NET's zlib takes no preset dictionary. An uncompressed block that holds it, put before the data, fills the window the same way.
        var dictionary = SpdyDictionary.Bytes.Span;
        _feed.Append(StoredBlock.Of(dictionary));
        _inflate = new DeflateStream(_feed, CompressionMode.Decompress);
        ReadExactly(dictionary.Length);
    }

    public Dictionary<string, string> Read(ReadOnlySpan<byte> block)
    {
        if (!_begun && block.Length > 2)
        {
            // The zlib head, and the checksum of the dictionary if it names one.
            block = block[((block[1] & 0x20) != 0 ? 6 : 2)..];
            _begun = true;
        }

        _feed.Append(block);
        var headers = new Dictionary<string, string>();
        for (var left = ReadNumber(); left > 0; left--)
            headers[ReadText()] = ReadText();
        return headers;
    }

    public void Dispose()
    {
        _inflate.Dispose();
        _feed.Dispose();
    }

    private string ReadText() => Encoding.UTF8.GetString(ReadExactly(ReadNumber()));

    private int ReadNumber() => BinaryPrimitives.ReadInt32BigEndian(ReadExactly(4));

    private byte[] ReadExactly(int count)
    {
        if (count is < 0 or > LengthLimit)
            throw new FormatException($"a header of {count} bytes");
        var bytes = new byte[count];
        _inflate.ReadExactly(bytes);
        return bytes;
    }
}
