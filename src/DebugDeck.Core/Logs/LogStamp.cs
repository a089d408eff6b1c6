using System.Buffers.Text;
using System.Globalization;

namespace DebugDeck.Core.Logs;

/// <summary>When an engine received a line, to the nanosecond: <see cref="DateTimeOffset"/> has only 100 of them, which is too coarse to ask for the rest of a log.</summary>
/// <param name="Nanoseconds">Since 1970.</param>
public readonly record struct LogStamp(long Nanoseconds) : IComparable<LogStamp>
{
    /// <summary>The longest form there is: nine digits and an offset from UTC.</summary>
    public const int LongestText = 35;

    public DateTimeOffset At => DateTimeOffset.UnixEpoch.AddTicks(Nanoseconds / 100);

    /// <summary>As the <c>since</c> and <c>until</c> of the Engine API want it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Nanoseconds / 1_000_000_000}.{Nanoseconds % 1_000_000_000:000000000}");

    public static LogStamp From(DateTimeOffset moment) => new((moment.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) * 100);

    public LogStamp Add(TimeSpan span) => new(Nanoseconds + (span.Ticks * 100));

    /// <summary>False as soon as no stamp begins like this.</summary>
    public static bool CouldBegin(ReadOnlySpan<byte> text)
    {
        var shape = "0000-00-00T00:00:00"u8;
        for (var i = 0; i < text.Length; i++)
        {
            var fits = i < shape.Length
                ? shape[i] == '0' ? char.IsAsciiDigit((char)text[i]) : text[i] == shape[i]
                : char.IsAsciiDigit((char)text[i]) || text[i] is (byte)'.' or (byte)'Z' or (byte)'+' or (byte)'-' or (byte)':';
            if (!fits)
            {
                return false;
            }
        }

        return text.Length <= LongestText;
    }

    /// <summary>Reads <c>2026-11-23T07:41:33.610833667Z</c>, with any number of digits and any offset (Podman writes local time).</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out LogStamp stamp)
    {
        stamp = default;
        if (text.Length is < 20 or > LongestText || text[4] != '-' || text[10] != 'T' || text[13] != ':')
        {
            return false;
        }

        // Utf8Parser knows exactly seven digits; the fraction is read by hand and left out of what it sees.
        var rest = text[19..];
        long fraction = 0;
        if (rest[0] == '.')
        {
            var digits = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits is < 1 or > 9 || !Utf8Parser.TryParse(rest[1..(digits + 1)], out fraction, out _))
            {
                return false;
            }

            for (var missing = digits; missing < 9; missing++)
            {
                fraction *= 10;
            }

            rest = rest[(digits + 1)..];
        }

        Span<byte> whole = stackalloc byte[33];
        text[..19].CopyTo(whole);
        ".0000000"u8.CopyTo(whole[19..]);
        if (rest is [(byte)'Z'])
        {
            "+00:00"u8.CopyTo(whole[27..]);
        }
        else if (rest.Length == 6)
        {
            rest.CopyTo(whole[27..]);
        }
        else
        {
            return false;
        }

        if (!Utf8Parser.TryParse(whole, out DateTimeOffset moment, out var used, 'O') || used != whole.Length)
        {
            return false;
        }

        stamp = new LogStamp(From(moment).Nanoseconds + fraction);
        return true;
    }

    public int CompareTo(LogStamp other) => Nanoseconds.CompareTo(other.Nanoseconds);

    public static bool operator <(LogStamp left, LogStamp right) => left.Nanoseconds < right.Nanoseconds;

    public static bool operator >(LogStamp left, LogStamp right) => left.Nanoseconds > right.Nanoseconds;

    public static bool operator <=(LogStamp left, LogStamp right) => left.Nanoseconds <= right.Nanoseconds;

    public static bool operator >=(LogStamp left, LogStamp right) => left.Nanoseconds >= right.Nanoseconds;
}
