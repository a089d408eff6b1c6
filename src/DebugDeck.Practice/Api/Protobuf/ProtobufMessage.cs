namespace DebugDeck.Practice.Api.Protobuf;

/// <summary>Splits a protobuf message into its fields.</summary>
internal static class ProtobufMessage
{
    /// <exception cref="FormatException">The bytes are no protobuf message.</exception>
    public static IEnumerable<ProtobufField> Read(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var tag = ReadNumber(ref bytes);
            var number = (int)(tag >> 3);
            switch (tag & 7)
            {
                case 0:
                    yield return new ProtobufField(number, ReadNumber(ref bytes), default);
                    break;
                case 2:
                    yield return new ProtobufField(number, 0, Take(ref bytes, ReadNumber(ref bytes)));
                    break;
                case 1:
                    Take(ref bytes, 8);
                    break;
                case 5:
                    Take(ref bytes, 4);
                    break;
                default:
                    throw new FormatException($"wire type {tag & 7}");
            }
        }
    }

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> bytes, ulong count)
    {
        if (count > (ulong)bytes.Length)
            throw new FormatException("it is cut short");
        var taken = bytes[..(int)count];
        bytes = bytes[(int)count..];
        return taken;
    }

    private static ulong ReadNumber(ref ReadOnlyMemory<byte> bytes)
    {
        ulong number = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(ref bytes, 1).Span[0];
            number |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return number;
        }

        throw new FormatException("a number without end");
    }
}
