namespace DebugDeck.Practice.Rbac;

/// <summary>The length-delimited fields of one protobuf message; fields of other types are passed over.</summary>
internal sealed class ProtobufMessage
{
    private readonly Dictionary<int, byte[]> _fields = [];

    public bool Has(int number) => _fields.ContainsKey(number);

    public byte[] Bytes(int number) => _fields.GetValueOrDefault(number) ?? [];

    /// <exception cref="FormatException">The bytes are no protobuf message.</exception>
    public static ProtobufMessage Parse(ReadOnlySpan<byte> bytes)
    {
        var message = new ProtobufMessage();
        while (!bytes.IsEmpty)
        {
            var tag = ReadNumber(ref bytes);
            switch (tag & 7)
            {
                case 0:
                    ReadNumber(ref bytes);
                    break;
                case 1:
                    Take(ref bytes, 8);
                    break;
                case 2:
                    message._fields[(int)(tag >> 3)] = Take(ref bytes, ReadNumber(ref bytes)).ToArray();
                    break;
                case 5:
                    Take(ref bytes, 4);
                    break;
                default:
                    throw new FormatException($"wire type {tag & 7}");
            }
        }

        return message;
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> bytes, ulong count)
    {
        if (count > (ulong)bytes.Length)
            throw new FormatException("it is cut short");
        var taken = bytes[..(int)count];
        bytes = bytes[(int)count..];
        return taken;
    }

    private static ulong ReadNumber(ref ReadOnlySpan<byte> bytes)
    {
        ulong number = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(ref bytes, 1)[0];
            number |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return number;
        }

        throw new FormatException("a number without end");
    }
}
