namespace DebugDeck.Core.Anatomy.Packages.Rpm;

/// <summary>A row of a sqlite table, as its file format has it: types first, then values.</summary>
internal static class SqliteRecord
{
    private const int MostColumns = 32;

    /// <summary>The columns; null if it makes no sense.</summary>
    public static IReadOnlyList<SqliteValue>? Parse(ReadOnlyMemory<byte> payload)
    {
        var bytes = payload.Span;
        var at = 0;
        if (!TryNumber(bytes, ref at, out var headerSize) || headerSize < at || headerSize > bytes.Length)
        {
            return null;
        }

        var values = new List<SqliteValue>();
        var valueAt = (int)headerSize;
        while (at < headerSize && values.Count < MostColumns)
        {
            if (!TryNumber(bytes, ref at, out var type) || type < 0)
            {
                return null;
            }

            var size = Size(type);
            if (size > bytes.Length - valueAt)
            {
                return null;
            }

            var value = payload.Slice(valueAt, (int)size);
            values.Add(new SqliteValue(type >= 12 ? value : default, type < 12 ? Number(type, value.Span) : 0, type >= 12 && type % 2 == 0, type >= 13 && type % 2 == 1));
            valueAt += (int)size;
        }

        return values;
    }

    /// <summary>A number in sqlite's own writing: up to nine bytes, seven bits each, the ninth with all eight.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> bytes, ref int at, out long number)
    {
        number = 0;
        for (var i = 0; i < 9; i++)
        {
            if (at >= bytes.Length)
            {
                return false;
            }

            var next = bytes[at++];
            if (i == 8)
            {
                number = (number << 8) | next;
                return true;
            }

            number = (number << 7) | (uint)(next & 0x7f);
            if (next < 0x80)
            {
                return true;
            }
        }

        return true;
    }

    private static long Size(long type) => type switch
    {
        0 or 8 or 9 => 0,
        <= 4 => type,
        5 => 6,
        6 or 7 => 8,
        10 or 11 => 0,
        _ => (type - 12) / 2,
    };

    private static long Number(long type, ReadOnlySpan<byte> value)
    {
        if (type is 8 or 9)
        {
            return type - 8;
        }

        long number = value.Length > 0 && value[0] >= 0x80 ? -1 : 0;
        foreach (var next in value)
        {
            number = (number << 8) | next;
        }

        return number;
    }
}
