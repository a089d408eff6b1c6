using System.Buffers.Binary;
using System.Text;

namespace DebugDeck.Practice.Worlds.Families;

/// <summary>Time zone data: real TZif files (RFC 8536) for the zones that people try.</summary>
internal static class ZoneInfo
{
    private static readonly Zone[] Zones =
    [
        new("UTC", 0, "UTC"), new("Etc/UTC", 0, "UTC"), new("Asia/Tokyo", 9, "JST"), new("Asia/Kolkata", 5.5, "IST"),
        new("Europe/London", 0, "GMT", "BST", European: true), new("Europe/Berlin", 1, "CET", "CEST", European: true),
        new("Europe/Paris", 1, "CET", "CEST", European: true), new("America/New_York", -5, "EST", "EDT", European: false),
        new("America/Los_Angeles", -8, "PST", "PDT", European: false),
    ];

    public static void Lay(TreeBuilder tree)
    {
        foreach (var zone in Zones)
        {
            tree.File("/usr/share/zoneinfo/" + zone.Name, () => Make(zone));
        }

        tree.File(
            "/usr/share/zoneinfo/zone.tab",
            "# tzdb timezone descriptions\n#country-\n#code\tcoordinates\tTZ\tcomments\nDE\t+5230+01322\tEurope/Berlin\nFR\t+4852+00220\tEurope/Paris\n"
            + "GB\t+513030-0000731\tEurope/London\nIN\t+2232+08822\tAsia/Kolkata\nJP\t+353916+1394441\tAsia/Tokyo\nUS\t+404251-0740023\tAmerica/New_York\nUS\t+340308-1181434\tAmerica/Los_Angeles\n");
    }

    /// <summary>The file of a zone by name, for <c>/etc/localtime</c>.</summary>
    public static ReadOnlyMemory<byte> Of(string name) => Make(Zones.Single(zone => zone.Name == name));

    private static ReadOnlyMemory<byte> Make(Zone zone)
    {
        using var file = new MemoryStream();
        Header(file, 0, 1, 4);
        file.Write(Type(0, isDaylight: false, 0));
        file.Write("UTC\0"u8);

        var changes = zone.Daylight is null ? [] : Changes(zone).ToList();
        var names = Encoding.ASCII.GetBytes(zone.Standard + "\0" + (zone.Daylight is null ? "" : zone.Daylight + "\0"));
        Header(file, changes.Count, zone.Daylight is null ? 1 : 2, names.Length);
        Span<byte> number = stackalloc byte[8];
        foreach (var (at, _) in changes)
        {
            BinaryPrimitives.WriteInt64BigEndian(number, at.ToUnixTimeSeconds());
            file.Write(number);
        }

        file.Write([.. changes.Select(change => (byte)(change.ToDaylight ? 1 : 0))]);
        file.Write(Type(zone.Hours, isDaylight: false, 0));
        if (zone.Daylight is not null)
        {
            file.Write(Type(zone.Hours + 1, isDaylight: true, zone.Standard.Length + 1));
        }

        file.Write(names);
        file.Write(Encoding.ASCII.GetBytes($"\n{Rule(zone)}\n"));
        return file.ToArray();
    }

    private static IEnumerable<(DateTimeOffset At, bool ToDaylight)> Changes(Zone zone)
    {
        for (var year = 2007; year <= 2037; year++)
        {
            yield return zone.European
                ? (Sunday(year, 3, last: true, 1).AddHours(1), true)
                : (Sunday(year, 3, last: false, 2).AddHours(2 - zone.Hours), true);
            yield return zone.European
                ? (Sunday(year, 10, last: true, 1).AddHours(1), false)
                : (Sunday(year, 11, last: false, 1).AddHours(1 - zone.Hours), false);
        }
    }

    private static DateTimeOffset Sunday(int year, int month, bool last, int number)
    {
        var first = new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero);
        if (!last)
        {
            return first.AddDays(((7 - (int)first.DayOfWeek) % 7) + (7 * (number - 1)));
        }

        var end = first.AddMonths(1).AddDays(-1);
        return end.AddDays(-(int)end.DayOfWeek);
    }

    private static string Rule(Zone zone)
    {
        var west = -zone.Hours;
        var offset = west == Math.Truncate(west) ? FormattableString.Invariant($"{west:0}") : FormattableString.Invariant($"{Math.Truncate(west):0}:30");
        return zone.Daylight is null ? zone.Standard + offset
            : zone.European ? $"{zone.Standard}{offset}{zone.Daylight},M3.5.0/{zone.Hours + 1:0},M10.5.0/{zone.Hours + 2:0}"
            : $"{zone.Standard}{offset}{zone.Daylight},M3.2.0,M11.1.0";
    }

    private static void Header(Stream file, int times, int types, int characters)
    {
        Span<byte> header = stackalloc byte[44];
        "TZif2"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32BigEndian(header[32..], times);
        BinaryPrimitives.WriteInt32BigEndian(header[36..], types);
        BinaryPrimitives.WriteInt32BigEndian(header[40..], characters);
        file.Write(header);
    }

    private static byte[] Type(double hours, bool isDaylight, int name)
    {
        var type = new byte[6];
        BinaryPrimitives.WriteInt32BigEndian(type, (int)(hours * 3600));
        (type[4], type[5]) = ((byte)(isDaylight ? 1 : 0), (byte)name);
        return type;
    }

    private sealed record Zone(string Name, double Hours, string Standard, string? Daylight = null, bool European = false);
}
