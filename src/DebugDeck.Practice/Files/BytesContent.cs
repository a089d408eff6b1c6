using System.Text;

namespace DebugDeck.Practice.Files;

/// <summary>Content that is held in memory, or made by a function when it is first asked for.</summary>
internal sealed class BytesContent : IFileContent
{
    private readonly Lazy<ReadOnlyMemory<byte>> _bytes;

    public BytesContent(ReadOnlyMemory<byte> bytes)
        : this(() => bytes)
    {
    }

    public BytesContent(string text)
        : this(() => Encoding.UTF8.GetBytes(text))
    {
    }

    public BytesContent(Func<ReadOnlyMemory<byte>> make) => _bytes = new(make);

    public long Length => _bytes.Value.Length;

    public Stream Open() => new MemoryStream(_bytes.Value.ToArray(), writable: false);
}
