using DebugDeck.Core.Diagnosis.TimeZones.Models;
using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Diagnosis.TimeZones;

/// <summary>Why a program does not get the zone it was told to use: one cause, the most telling one.</summary>
internal static class ZoneCauses
{
    public static Finding Find(ZoneCase zone, LocalTime local, ZoneLookup? lookup)
    {
        var runtime = zone.Model!.Name;
        var isSilent = lookup?.End != LookupEnd.Error;
        var effect = isSilent ? "It takes UTC and nothing tells." : $"The program gets an error: {lookup!.Says}";
        if (zone.Around.IsOn(DotNetZones.InvariantZones) && runtime == ".NET")
        {
            return Problem("tz.invariant", $"{DotNetZones.InvariantZones} leaves .NET with UTC alone", $"In this mode no other zone exists, files or not. {effect}", ZoneFixes.LeaveInvariantMode(zone));
        }

        // A path or nothing at all in TZ, or a file that is no zone.
        if (zone.Wanted is not { } wanted)
        {
            return zone.Around.Tz is null
                ? Problem("tz.localtime-broken", "/etc/localtime holds no zone", ZoneJudge.Sentence(local.Why), ZoneFixes.NameTheZone(zone))
                : Problem("tz.path", $"TZ is a path without a zone: {zone.Around.Tz}", ZoneJudge.Sentence(local.Why), ZoneFixes.Data(zone, null));
        }

        if (PosixRule.Parse(wanted) is not null && KnownZones.Find(wanted) is null)
        {
            return Problem("tz.posix-unsupported", $"{runtime} does not understand POSIX rules: TZ={wanted}", ZoneJudge.Sentence(local.Why), ZoneFixes.NameTheZone(zone));
        }

        if (runtime == "musl" && wanted.Contains('.'))
        {
            return Problem("tz.musl-name", $"musl refuses names of zones with a dot: {wanted}", ZoneJudge.Sentence(local.Why), ZoneFixes.NameTheZone(zone));
        }

        if (KnownZones.Find(wanted) is not { } known)
        {
            var nearest = NearestZones.To(wanted, KnownZones.Names);
            return nearest.Count > 0
                ? Problem("tz.typo", $"There is no time zone {wanted}; {string.Join(" or ", nearest)} may be meant", $"The tz database ({KnownZones.Release}) has no zone of that name. {effect}", ZoneFixes.Rename(zone, nearest[0]))
                : Problem("tz.no-such-zone", $"There is no time zone {wanted}", $"The tz database ({KnownZones.Release}) has no zone of that name, and none that resembles it. {effect}", ZoneFixes.NameTheZone(zone));
        }

        return zone.HasTree switch
        {
            false => Problem("tz.data-missing", $"The image has no time zone data, so {runtime} does not find {wanted}", $"There is no {ZoneSurroundings.Folder} in the container, and this program brings no zones of its own. {effect}", ZoneFixes.Data(zone, known)),
            true when known.IsLegacy => Problem("tz.legacy-missing", $"The image has no old names of time zones, so {runtime} does not find {wanted}", $"{wanted} is an old name of {known.CurrentName}. Debian 13, Ubuntu 24.04 and what is built on them ship such names in a package of their own, tzdata-legacy. {effect}", ZoneFixes.Legacy(zone, known)),
            true => Problem("tz.zone-missing", $"The image has time zone data, but not {wanted}", $"{ZoneSurroundings.Folder} is there and holds only some zones. {effect}", ZoneFixes.Data(zone, known)),
            _ => new Finding("tz.not-found", Severity.Warning, $"{runtime} does not find {wanted}", $"Whether there is a {ZoneSurroundings.Folder} could not be read. {effect}") { Fixes = ZoneFixes.Data(zone, known) },
        };
    }

    private static Finding Problem(string rule, string title, string explanation, IReadOnlyList<Fix> fixes) => new(rule, Severity.Problem, title, explanation) { Fixes = fixes };
}
