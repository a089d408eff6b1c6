using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Diagnosis.TimeZones.Models;

/// <summary>Node: zones come from the ICU data that is built into it. Measured on 20 with every kind of TZ.</summary>
/// <param name="libc">What ICU asks for the offset of a TZ that it does not know.</param>
internal sealed class NodeZones(IZoneModel libc) : IZoneModel
{
    public string Name => "Node";

    public bool HasOwnData(ZoneSurroundings around) => true;

    public LocalTime Local(ZoneSurroundings around)
    {
        if (around.Tz is { } tz)
        {
            var name = tz.TrimStart(':');
            if (name.Length == 0 || GlibcZones.IsUtc(name))
            {
                return LocalTime.Utc("TZ", name.Length == 0 ? "TZ is empty, which means UTC" : $"TZ={tz} means UTC");
            }

            if (KnownZones.Find(name) is { } known)
            {
                return new LocalTime(LocalEnd.Zone, known.Rules, "TZ", $"TZ names {name}, which Node has in its own data");
            }

            if (PosixRule.Parse(name) is { } rule)
            {
                return rule.Daylight is null && !name.Contains('<')
                    ? new LocalTime(LocalEnd.Zone, ZoneRules.Of(rule), "TZ", "TZ is a fixed offset")
                    : LocalTime.SilentUtc("TZ", $"Node does not know the POSIX rule {name}, takes UTC and says nothing");
            }

            var below = libc.Local(around);
            return below.End switch
            {
                LocalEnd.Zone => new LocalTime(LocalEnd.FixedOffset, below.Rules, "TZ", $"Node does not know {tz} as a zone and keeps the offset that libc has for it: the clocks will not change"),
                LocalEnd.Unknown => LocalTime.Unknown(below.Source),
                _ => LocalTime.SilentUtc("TZ", $"Node does not know the zone {tz}, takes UTC and says nothing"),
            };
        }

        var file = around.Place(ZoneSurroundings.LocalTimeFile);
        return file.Exists && file.LinkedZone is { } linked && KnownZones.Find(linked) is { } found
            ? new LocalTime(GlibcZones.IsUtc(linked) ? LocalEnd.Utc : LocalEnd.Zone, found.Rules, file.Path, $"/etc/localtime leads to {linked}; Node takes the name and its own data")
            : !file.IsKnown ? LocalTime.Unknown(file.Path)
            : file.Zone is { } zone ? new LocalTime(LocalEnd.Zone, zone.Rules, file.Path, "/etc/localtime holds a zone")
            : LocalTime.Utc(file.Path, "TZ is not set and /etc/localtime holds no zone, so Node takes UTC");
    }

    public ZoneLookup Lookup(ZoneSurroundings around, string zone) => KnownZones.Names.FirstOrDefault(name => name.Equals(zone, StringComparison.OrdinalIgnoreCase)) is { } known
        ? new ZoneLookup(LookupEnd.Works, KnownZones.Find(known)!.Rules, "ICU data")
        : new ZoneLookup(LookupEnd.Error, null, "ICU data", $"RangeError: Invalid time zone specified: {zone}");
}
