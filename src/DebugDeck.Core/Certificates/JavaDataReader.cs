using System.Buffers.Binary;
using System.Text;

namespace DebugDeck.Core.Certificates;

/// <summary>Reads what <c>DataOutputStream</c> wrote; behind the end everything is empty.</summary>
internal sealed class JavaDataReader(ReadOnlyMemory<byte> content)
{
    private ReadOnlyMemory<byte> _rest = content;

    public bool IsShort { get; private set; }

    public void Skip(int count) => Take(count);

    public int Number() => Take(4) is { Length: 4 } bytes ? BinaryPrimitives.ReadInt32BigEndian(bytes.Span) : -1;

    public string Text() => Encoding.UTF8.GetString(Take(Take(2) is { Length: 2 } length ? BinaryPrimitives.ReadUInt16BigEndian(length.Span) : 0).Span);

    public ReadOnlyMemory<byte> Bytes() => Take(Number());

    public ReadOnlyMemory<byte> Certificate(int version)
    {
        // Version 1 has X.509 certificates only and does not say so.
        if (version == 2)
        {
            Text();
        }

        return Bytes();
    }

    private ReadOnlyMemory<byte> Take(int count)
    {
        if (count < 0 || count > _rest.Length)
        {
            IsShort = true;
            _rest = default;
            return default;
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
