using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Diagnosis.TimeZones.Models;

/// <summary>musl. Source: <c>src/time/__tz.c</c>.</summary>
internal sealed class MuslZones : IZoneModel
{
    private static readonly string[] Folders = ["/usr/share/zoneinfo", "/share/zoneinfo", "/etc/zoneinfo"];

    public string Name => "musl";

    public bool HasOwnData(ZoneSurroundings around) => false;

    public LocalTime Local(ZoneSurroundings around)
    {
        if (around.Tz is { } tz)
        {
            return Of(around, tz);
        }

        var file = around.Place(ZoneSurroundings.LocalTimeFile);
        return !file.IsKnown ? LocalTime.Unknown(file.Path)
            : file.Zone is { } local ? new LocalTime(LocalEnd.Zone, local.Rules, file.Path, "TZ is not set and /etc/localtime holds a zone")
            : file.Exists ? LocalTime.SilentUtc(file.Path, $"/etc/localtime is no zone ({file.Problem}), so musl takes UTC and says nothing")
            : LocalTime.Utc(file.Path, "TZ is not set and there is no /etc/localtime, so musl takes UTC");
    }

    public ZoneLookup Lookup(ZoneSurroundings around, string zone)
    {
        var local = Of(around, zone);
        return local.End switch
        {
            LocalEnd.Unknown => ZoneLookup.Unknown(local.Source),
            LocalEnd.SilentUtc => new ZoneLookup(LookupEnd.SilentUtc, ZoneRules.Utc, local.Source),
            _ => new ZoneLookup(LookupEnd.Works, local.Rules, local.Source),
        };
    }

    private static LocalTime Of(ZoneSurroundings around, string tz)
    {
        if (tz.Length == 0)
        {
            return LocalTime.Utc("TZ", "TZ is empty, which means UTC");
        }

        // A rule comes first: EST5EDT is never looked for as a file.
        if (PosixRule.Parse(tz) is { } rule)
        {
            return new LocalTime(LocalEnd.Zone, ZoneRules.Of(rule), "TZ", "TZ is a POSIX rule, which needs no file");
        }

        var name = tz.StartsWith(':') ? tz[1..] : tz;
        if (name is "UTC" or "GMT")
        {
            return LocalTime.Utc("TZ", $"TZ={tz} means UTC");
        }

        var isPath = name.StartsWith('/') || name.StartsWith('.');
        if (!isPath && name.Contains('.'))
        {
            return LocalTime.SilentUtc("TZ", $"musl refuses a name with a dot ({name}), takes UTC and says nothing");
        }

        var place = isPath ? around.Place(name) : around.Find(name, Folders);
        return place.Zone is { } zone ? new LocalTime(LocalEnd.Zone, zone.Rules, place.Path, $"TZ names {place.Path}")
            : !place.IsKnown ? LocalTime.Unknown(place.Path)
            : GlibcZones.IsUtc(name) ? LocalTime.Utc("TZ", $"TZ={tz} means UTC, with or without a file")
            : LocalTime.SilentUtc("TZ", $"there is no zone {name} in {string.Join(", ", Folders)}, so musl takes UTC and says nothing");
    }
}
