namespace DebugDeck.Core.Images.Archives;

/// <summary>Numbers of a tar header: octal digits, or binary where the first bit is set (GNU).</summary>
internal static class TarNumber
{
    /// <summary>0 for an empty field.</summary>
    /// <exception cref="InvalidDataException">It is no number, or a negative one.</exception>
    public static long Parse(ReadOnlySpan<byte> field)
    {
        long number = 0;
        if (field[0] >= 0x80)
        {
            number = field[0] & 0x3f;
            foreach (var next in field[1..])
            {
                number = number < long.MaxValue >> 8 ? (number << 8) | next : throw new InvalidDataException("a number is too large");
            }

            return (field[0] & 0x40) == 0 ? number : 0;
        }

        foreach (var digit in field.Trim(" \0"u8))
        {
            number = digit is >= (byte)'0' and <= (byte)'7' ? (number << 3) | (uint)(digit - '0') : throw new InvalidDataException("a number has other characters than digits");
        }

        return number;
    }
}
