using System.Buffers.Binary;
using System.Text;

namespace DebugDeck.Core.TimeZones;

/// <summary>
/// Reads TZif data. Every count is checked against what is really there before it is used, so the work is bounded by the size of the file.
/// </summary>
internal ref struct TzifReader(ReadOnlySpan<byte> data)
{
    private const int HeaderLength = 44;
    private const int TypeLength = 6;
    private const int LongestFooter = 256;

    // RFC 9636: offsets lie between a little more than a day behind and ahead.
    private const int LargestOffset = 26 * 3600;
    private static readonly long Earliest = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    private ReadOnlySpan<byte> _rest = data;

    public string Problem { get; private set; } = "";

    public TzifFile? Read()
    {
        if (Header() is not var (version, first) || version == 0)
        {
            return null;
        }

        if (version == 1)
        {
            return Block(first, timeLength: 4) is { } old ? new TzifFile(1, new ZoneRules(old.First, old.Changes, null), "") : null;
        }

        // Version 2 and later repeat everything with 64-bit times; the first block is for readers of version 1.
        if (!Skip(first.Length(4)) || Header() is not var (_, second) || Block(second, timeLength: 8) is not { } block || Footer() is not { } footer)
        {
            return null;
        }

        var tail = footer.Length > 0 ? PosixRule.Parse(footer) : null;
        return footer.Length > 0 && tail is null
            ? Fail("its last line is no rule")
            : new TzifFile(version, new ZoneRules(block.First, block.Changes, tail), footer);
    }

    private TzifFile? Fail(string problem)
    {
        Problem = problem;
        return null;
    }

    private bool Skip(long count)
    {
        if (count > _rest.Length)
        {
            Problem = "it ends too early";
            return false;
        }

        _rest = _rest[(int)count..];
        return true;
    }

    private (int Version, TzifCounts Counts)? Header()
    {
        if (_rest.Length < HeaderLength || !_rest.StartsWith("TZif"u8))
        {
            Problem = _rest.IsEmpty ? "it is empty" : "it does not begin with TZif";
            return null;
        }

        var version = _rest[4] switch { 0 => 1, >= (byte)'2' and <= (byte)'9' => Math.Min(_rest[4] - '0', 4), _ => 0 };
        if (version == 0)
        {
            Problem = "its version is unknown";
            return null;
        }

        var counts = new TzifCounts(Count(20), Count(24), Count(28), Count(32), Count(36), Count(40));
        _rest = _rest[HeaderLength..];
        return (version, counts);
    }

    private readonly uint Count(int at) => BinaryPrimitives.ReadUInt32BigEndian(_rest[at..]);

    private (ZoneOffset First, List<(DateTimeOffset, ZoneOffset)> Changes)? Block(TzifCounts counts, int timeLength)
    {
        var block = _rest;
        if (!Skip(counts.Length(timeLength)))
        {
            return null;
        }

        if (counts.Types is 0 or > 256)
        {
            Problem = "it has no types of local time";
            return null;
        }

        var indexes = block[(int)(counts.Times * timeLength)..];
        var types = indexes[(int)counts.Times..];
        var names = types[(int)(counts.Types * TypeLength)..][..(int)counts.Characters];
        var offsets = new ZoneOffset[counts.Types];
        for (var i = 0; i < offsets.Length; i++)
        {
            var type = types[(i * TypeLength)..];
            var seconds = BinaryPrimitives.ReadInt32BigEndian(type);
            if (seconds is < -LargestOffset or > LargestOffset || type[5] >= names.Length)
            {
                Problem = "one of its types of local time makes no sense";
                return null;
            }

            offsets[i] = new ZoneOffset(TimeSpan.FromSeconds(seconds), Name(names[type[5]..]), type[4] != 0);
        }

        var changes = new List<(DateTimeOffset, ZoneOffset)>((int)counts.Times);
        var last = long.MinValue;
        for (var i = 0; i < counts.Times; i++)
        {
            var time = timeLength == 4 ? BinaryPrimitives.ReadInt32BigEndian(block[(i * 4)..]) : BinaryPrimitives.ReadInt64BigEndian(block[(i * 8)..]);
            if (indexes[i] >= offsets.Length || time <= last)
            {
                Problem = "its changes are out of order";
                return null;
            }

            // Some compilers write the Big Bang as the first change.
            last = time;
            changes.Add((DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(time, Earliest, Latest)), offsets[indexes[i]]));
        }

        return (offsets[0], changes);
    }

    private static string Name(ReadOnlySpan<byte> from)
    {
        var end = from.IndexOf((byte)0);
        return Encoding.Latin1.GetString(end < 0 ? from : from[..end]);
    }

    private string? Footer()
    {
        var end = _rest.Length > 1 ? _rest[1..].IndexOf((byte)'\n') : -1;
        if (_rest.IsEmpty || _rest[0] != '\n' || end < 0 || end > LongestFooter)
        {
            Problem = "its last line is missing";
            return null;
        }

        return Encoding.Latin1.GetString(_rest.Slice(1, end));
    }
}
