using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Diagnosis.TimeZones.Models;

/// <summary>glibc: <c>localtime()</c>, and every program that leaves time to it. Source: <c>time/tzset.c</c>, <c>time/tzfile.c</c>.</summary>
internal sealed class GlibcZones : IZoneModel
{
    public string Name => "glibc";

    public bool HasOwnData(ZoneSurroundings around) => false;

    public LocalTime Local(ZoneSurroundings around)
    {
        if (around.Tz is not { } tz)
        {
            var file = around.Place(ZoneSurroundings.LocalTimeFile);
            return !file.IsKnown ? LocalTime.Unknown(file.Path)
                : file.Zone is { } local ? new LocalTime(LocalEnd.Zone, local.Rules, file.Path, "TZ is not set and /etc/localtime holds a zone")
                : file.Exists ? LocalTime.SilentUtc(file.Path, $"/etc/localtime is no zone ({file.Problem}), so glibc takes UTC and says nothing")
                : LocalTime.Utc(file.Path, "TZ is not set and there is no /etc/localtime, so glibc takes UTC");
        }

        return Of(around, tz);
    }

    // What a program does that has no call for named zones: it sets TZ. So a zone asked for by name ends as TZ does.
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
        var name = tz.StartsWith(':') ? tz[1..] : tz;
        if (name.Length == 0)
        {
            return LocalTime.Utc("TZ", "TZ is empty, which means UTC");
        }

        var folder = around.Variable("TZDIR") is { Length: > 0 } own ? own : ZoneSurroundings.Folder;
        var place = name[0] == '/' ? around.Place(name) : around.Find(name, folder);
        if (place.Zone is { } zone)
        {
            return new LocalTime(LocalEnd.Zone, zone.Rules, place.Path, $"TZ names {place.Path}");
        }

        // A file comes first, and what names none is read as a rule.
        return PosixRule.Parse(name) is { } rule ? new LocalTime(LocalEnd.Zone, ZoneRules.Of(rule), "TZ", "TZ is a POSIX rule, which needs no file")
            : IsUtc(name) ? LocalTime.Utc("TZ", $"TZ={tz} means UTC")
            : !place.IsKnown ? LocalTime.Unknown(place.Path)
            : LocalTime.SilentUtc("TZ", $"there is no zone in {place.Path}, so glibc takes UTC under the name \"{Letters(name)}\" and says nothing");
    }

    internal static bool IsUtc(string name) => name is "UTC" or "UTC0" or "GMT" or "GMT0" or "Etc/UTC" or "Etc/GMT" or "UCT" or "Zulu" or "Universal" or "Etc/Universal" or "Etc/Zulu" or "Etc/UCT";

    private static string Letters(string name) => new([.. name.TakeWhile(char.IsAsciiLetter)]);
}
