using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Diagnosis.TimeZones.Models;

/// <summary>Go. Source: <c>time/zoneinfo_unix.go</c>, <c>time/zoneinfo_read.go</c>.</summary>
internal sealed class GoZones : IZoneModel
{
    private static readonly string[] Folders = ["/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/usr/lib/locale/TZ", "/etc/zoneinfo"];

    public string Name => "Go";

    public bool HasOwnData(ZoneSurroundings around) => around.Runtime?.EmbedsTimeZones == true;

    public LocalTime Local(ZoneSurroundings around)
    {
        if (around.Tz is not { } tz)
        {
            var file = around.Place(ZoneSurroundings.LocalTimeFile);
            return !file.IsKnown ? LocalTime.Unknown(file.Path)
                : file.Zone is { } local ? new LocalTime(LocalEnd.Zone, local.Rules, file.Path, "TZ is not set and /etc/localtime holds a zone")
                : file.Exists ? LocalTime.SilentUtc(file.Path, $"/etc/localtime is no zone ({file.Problem}), so Go takes UTC and says nothing")
                : LocalTime.Utc(file.Path, "TZ is not set and there is no /etc/localtime, so Go takes UTC");
        }

        var name = tz.StartsWith(':') ? tz[1..] : tz;
        if (name is "" or "UTC")
        {
            return LocalTime.Utc("TZ", tz.Length == 0 ? "TZ is empty, which means UTC" : $"TZ={tz} means UTC");
        }

        // TZ is looked up without ZONEINFO, unlike a zone that the program asks for by name.
        var place = name[0] == '/' ? around.Place(name) : around.Find(name, Folders);
        if (place.Zone is { } zone)
        {
            return new LocalTime(LocalEnd.Zone, zone.Rules, place.Path, $"TZ names {place.Path}");
        }

        return name[0] != '/' && Embedded(around, name) is { } embedded ? new LocalTime(LocalEnd.Zone, embedded, "time/tzdata", "the program carries the zones itself")
            : !place.IsKnown ? LocalTime.Unknown(place.Path)
            : LocalTime.SilentUtc("TZ", PosixRule.Parse(name) is not null
                ? $"TZ={name} is a POSIX rule, which Go does not know; it looks for a file of that name and takes UTC without a word"
                : $"there is no zone {name} where Go looks for it, so it takes UTC and says nothing");
    }

    public ZoneLookup Lookup(ZoneSurroundings around, string zone)
    {
        if (zone is "" or "UTC")
        {
            return new ZoneLookup(LookupEnd.Works, ZoneRules.Utc, "built in");
        }

        var says = $"unknown time zone {zone}";
        if (zone.Contains("..", StringComparison.Ordinal) || zone[0] is '/' or '\\')
        {
            return new ZoneLookup(LookupEnd.Error, null, "name", $"time: invalid location name");
        }

        var own = around.Variable("ZONEINFO") is { Length: > 0 } variable && !variable.EndsWith(".zip", StringComparison.Ordinal) ? variable : null;
        var isZip = own is null && around.Variable("ZONEINFO") is { Length: > 0 };
        var place = around.Find(zone, own is null ? Folders : [own, .. Folders]);
        return place.Zone is { } found ? new ZoneLookup(LookupEnd.Works, found.Rules, place.Path)
            : Embedded(around, zone) is { } embedded ? new ZoneLookup(LookupEnd.Works, embedded, "time/tzdata in the program")
            : !place.IsKnown || isZip ? ZoneLookup.Unknown(isZip ? "ZONEINFO" : place.Path)
            : new ZoneLookup(LookupEnd.Error, null, string.Join(", ", Folders), says);
    }

    private static ZoneRules? Embedded(ZoneSurroundings around, string zone) => around.Runtime?.EmbedsTimeZones == true ? KnownZones.Find(zone)?.Rules : null;
}
