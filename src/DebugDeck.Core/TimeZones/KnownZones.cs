using System.Collections.Frozen;
using System.Globalization;

namespace DebugDeck.Core.TimeZones;

/// <summary>
/// The zones of the world with their rules since 2024, so that we can say what a zone really is where neither the container nor this machine has
/// the data. Source: the tz database, release <see cref="Release"/>.
/// </summary>
public static class KnownZones
{
    private static readonly Lazy<(ZoneDataRelease Release, FrozenDictionary<string, KnownZone> Zones)> Data = new(Load);

    public static ZoneDataRelease Release => Data.Value.Release;

    public static IReadOnlyCollection<string> Names => Data.Value.Zones.Keys;

    /// <summary>A zone by any of its names, case as written; null if the tz database has none of that name.</summary>
    public static KnownZone? Find(string name) => Data.Value.Zones.GetValueOrDefault(name);

    private static (ZoneDataRelease, FrozenDictionary<string, KnownZone>) Load()
    {
        using var stream = typeof(KnownZones).Assembly.GetManifestResourceStream("zones.txt")!;
        using var reader = new StreamReader(stream);
        var zones = new Dictionary<string, KnownZone>(StringComparer.Ordinal);
        var release = default(ZoneDataRelease);
        var rules = ZoneRules.Utc;
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case ["#", "version", var version]:
                    release = ZoneDataRelease.Parse(version)!.Value;
                    break;
                case ["rule", ..]:
                    rules = Rules(line["rule ".Length..]);
                    break;
                case ["names", var zone, "=", .. var others]:
                    foreach (var other in others)
                    {
                        var name = other.TrimEnd('!');
                        zones[name] = new KnownZone(name, zone, other.EndsWith('!'), zones[zone].Rules);
                    }

                    break;
                case ["#", ..]:
                    break;
                default:
                    foreach (var name in words)
                    {
                        zones[name] = new KnownZone(name, name, IsLegacy: false, rules);
                    }

                    break;
            }
        }

        return (release, zones.ToFrozenDictionary(StringComparer.Ordinal));
    }

    // POSIX-RULE [| FIRST;TIME=OFFSET;…], where an offset is "SECONDS NAME [dst]".
    private static ZoneRules Rules(string text)
    {
        var parts = text.Split(" | ");
        var tail = PosixRule.Parse(parts[0]) ?? throw new InvalidDataException($"zones.txt: {parts[0]}");
        if (parts.Length == 1)
        {
            return ZoneRules.Of(tail);
        }

        var changes = parts[1].Split(';');
        return new ZoneRules(Offset(changes[0]), [.. changes.Skip(1).Select(Change)], tail);
    }

    private static (DateTimeOffset, ZoneOffset) Change(string text)
    {
        var (time, offset) = (text[..text.IndexOf('=')], text[(text.IndexOf('=') + 1)..]);
        return (DateTimeOffset.FromUnixTimeSeconds(long.Parse(time, CultureInfo.InvariantCulture)), Offset(offset));
    }

    private static ZoneOffset Offset(string text)
    {
        var words = text.Split(' ');
        return new ZoneOffset(TimeSpan.FromSeconds(int.Parse(words[0], CultureInfo.InvariantCulture)), words[1], words.Length > 2);
    }
}
