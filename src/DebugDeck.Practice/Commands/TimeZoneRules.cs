using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary>
/// Local time as a C library finds it in the container: <c>TZ</c> as a rule or as a file under <c>/usr/share/zoneinfo</c>, else
/// <c>/etc/localtime</c>; and where nothing is found, silently UTC.
/// </summary>
internal sealed partial class TimeZoneRules
{
    private readonly List<(long From, TimeSpan Offset, string Name)> _changes = [];
    private (TimeSpan Offset, string Name) _first = (TimeSpan.Zero, "UTC");

    public static TimeZoneRules Utc { get; } = new();

    public static TimeZoneRules Of(CommandContext context)
    {
        var wanted = context.Environment.GetValueOrDefault("TZ");
        if (wanted is not null && Fixed().Match(wanted) is { Success: true } rule)
        {
            // POSIX counts hours west of Greenwich.
            var hours = -int.Parse(rule.Groups["hours"].Value, CultureInfo.InvariantCulture);
            return new TimeZoneRules { _first = (TimeSpan.FromHours(hours), rule.Groups["name"].Value) };
        }

        var path = wanted is null ? "/etc/localtime" : wanted.StartsWith('/') ? wanted : "/usr/share/zoneinfo/" + wanted.TrimStart(':');
        return context.Files.TryResolve(path) is FileNode file ? Read(file) : Utc;
    }

    public (TimeSpan Offset, string Name) At(DateTimeOffset time)
    {
        var seconds = time.ToUnixTimeSeconds();
        var (offset, name) = _first;
        foreach (var change in _changes)
        {
            if (change.From > seconds)
            {
                break;
            }

            (offset, name) = (change.Offset, change.Name);
        }

        return (offset, name);
    }

    /// <summary>Reads a TZif file (RFC 8536); one that is none counts as UTC, as it does in libc.</summary>
    private static TimeZoneRules Read(FileNode file)
    {
        using var copy = new MemoryStream();
        using (var content = file.Content.Open())
        {
            content.CopyTo(copy);
        }

        var bytes = copy.ToArray().AsSpan();
        if (bytes.Length < 88 || !bytes.StartsWith("TZif"u8))
        {
            return Utc;
        }

        // Version 2 and later repeat the data with 64-bit times after the block of version 1.
        var first = Counts(bytes);
        var second = bytes[(44 + (first.Times * 5) + (first.Types * 6) + first.Characters + (first.Leaps * 8) + first.Standard + first.Universal)..];
        var counts = Counts(second);
        var data = second[44..];
        var types = data[(counts.Times * 9)..];
        var names = types[(counts.Types * 6)..];
        var rules = new TimeZoneRules { _first = Type(types, names, 0) };
        for (var i = 0; i < counts.Times; i++)
        {
            var (offset, name) = Type(types, names, data[(counts.Times * 8) + i]);
            rules._changes.Add((BinaryPrimitives.ReadInt64BigEndian(data[(i * 8)..]), offset, name));
        }

        return rules;
    }

    private static (TimeSpan, string) Type(ReadOnlySpan<byte> types, ReadOnlySpan<byte> names, int index)
    {
        var entry = types[(index * 6)..];
        var name = names[entry[5]..];
        return (TimeSpan.FromSeconds(BinaryPrimitives.ReadInt32BigEndian(entry)), Encoding.ASCII.GetString(name[..name.IndexOf((byte)0)]));
    }

    private static (int Universal, int Standard, int Leaps, int Times, int Types, int Characters) Counts(ReadOnlySpan<byte> header) =>
        (BinaryPrimitives.ReadInt32BigEndian(header[20..]), BinaryPrimitives.ReadInt32BigEndian(header[24..]),
        BinaryPrimitives.ReadInt32BigEndian(header[28..]), BinaryPrimitives.ReadInt32BigEndian(header[32..]),
        BinaryPrimitives.ReadInt32BigEndian(header[36..]), BinaryPrimitives.ReadInt32BigEndian(header[40..]));

    [GeneratedRegex(@"^(?<name>[A-Z]{3,5})(?<hours>[+-]?\d{1,2})$")]
    private static partial Regex Fixed();
}
