using System.Globalization;
using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Diagnosis.TimeZones;

/// <summary>Rules that changed after the container's data was made. Told only for the zone in question: old data is right for most zones.</summary>
internal static class ZoneAge
{
    public static IEnumerable<Finding> Judge(ZoneCase zone, LocalTime local, ZoneLookup? lookup)
    {
        var name = zone.Wanted ?? zone.Around.Place(ZoneSurroundings.LocalTimeFile).LinkedZone;
        if (name is null || KnownZones.Find(name) is not { } known)
        {
            yield break;
        }

        var isOwn = zone.Model!.HasOwnData(zone.Around);
        var held = isOwn ? zone.Around.OwnRelease : zone.Release;
        var rules = isOwn ? null : lookup is { End: LookupEnd.Works } ? lookup.Rules : local is { End: LocalEnd.Zone } && local.Source != "TZ" ? local.Rules : null;
        var difference = rules is null ? null : ZoneClock.FirstDifference(rules, known.Rules, zone.Now);
        var missing = held is { } release ? ZoneChanges.Missing(release, name, zone.Now) : [];
        if (difference is null && (rules is not null || missing.Count == 0))
        {
            yield break;
        }

        var what = string.Join(" ", missing.Select(change => string.Create(CultureInfo.InvariantCulture, $"{change.What} ({change.Since:yyyy-MM-dd}, known since release {change.Release}).")));
        var isNow = difference is { } first ? first.At == zone.Now : missing.Count > 0;
        var size = difference is { } found ? $" Its clocks are {ZoneClock.Difference(found.Difference)} {(found.At == zone.Now ? "now" : string.Create(CultureInfo.InvariantCulture, $"from {found.At:yyyy-MM-dd HH:mm} UTC on"))}." : "";
        yield return new Finding(
            "tz.data-old",
            isNow ? Severity.Problem : Severity.Warning,
            $"The time zone data{(held is null ? "" : $" ({held})")} does not know the rules of {name} as they are today",
            $"{what}{size} The newest release known here is {KnownZones.Release}.".TrimStart())
        {
            Evidence = held is null ? [] : [new Evidence(isOwn ? "runtime" : "file", isOwn ? zone.Model.Name : ZoneSurroundings.Folder, $"release {held}")],
            Fixes = ZoneFixes.Update(zone, known),
        };
    }
}
