using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Diagnosis.TimeZones;

/// <summary>The rules <c>tz.*</c>.</summary>
public static class ZoneJudge
{
    private static readonly string[] Links = ["https://www.iana.org/time-zones", "https://datatracker.ietf.org/doc/html/rfc9636"];

    public static IReadOnlyList<Finding> Judge(ZoneCase zone) => [.. Zones(zone), .. NodeClock.Judge(zone.Clock)];

    private static IReadOnlyList<Finding> Zones(ZoneCase zone)
    {
        if (zone.Model is not { } model)
        {
            return [Complete(zone, new Finding("tz.unknown", Severity.Info, "It could not be told how this program finds time zones", "Neither its runtime nor its C library could be read, so nothing is concluded about its local time."))];
        }

        if (!zone.IsEnvironmentKnown && zone.Around.Tz is null)
        {
            return [Complete(zone, new Finding("tz.unknown", Severity.Info, "It could not be told whether TZ is set", "The environment of the process could not be read, and TZ decides about local time before anything else."))];
        }

        var local = model.Local(zone.Around);
        var wanted = zone.Wanted;
        var lookup = wanted is null ? null : model.Lookup(zone.Around, wanted);
        var findings = new List<Finding>();
        if (Cause(zone, local, lookup) is { } cause)
        {
            findings.Add(cause);
        }

        findings.AddRange(ZoneAge.Judge(zone, local, lookup));
        findings.AddRange(Settings(zone, local));
        if (findings.All(finding => finding.Severity < Severity.Warning))
        {
            findings.Insert(0, Well(zone, local, lookup));
        }

        return [.. findings.Select(finding => Complete(zone, finding with { Evidence = [.. finding.Evidence, .. Clocks(zone, local, lookup)] }))];
    }

    // Why the wanted zone is not had: one finding, the most telling one.
    private static Finding? Cause(ZoneCase zone, LocalTime local, ZoneLookup? lookup)
    {
        var isLocalWrong = local.End is LocalEnd.SilentUtc;
        var isLookupWrong = lookup?.End is LookupEnd.Error or LookupEnd.SilentUtc;
        if (local.End == LocalEnd.FixedOffset)
        {
            return new Finding("tz.fixed-offset", Severity.Warning, $"{zone.Model!.Name} keeps a fixed offset in place of the zone", Sentence(local.Why)) { Fixes = ZoneFixes.NameTheZone(zone) };
        }

        return isLocalWrong || isLookupWrong ? ZoneCauses.Find(zone, local, lookup) : null;
    }

    private static IEnumerable<Finding> Settings(ZoneCase zone, LocalTime local)
    {
        if (zone.Around is { Tz: not null } && zone.Around.Variable("TZDIR") is { Length: > 0 } folder && zone.Model!.Name == "musl")
        {
            yield return new Finding("tz.musl-tzdir", Severity.Info, $"musl does not know TZDIR ({folder})", "glibc and .NET look for zones where TZDIR says; musl only in /usr/share/zoneinfo, /share/zoneinfo and /etc/zoneinfo.");
        }

        if (zone.Around.Tz is null && zone.Around.Place(ZoneSurroundings.LocalTimeFile) is { IsKnown: true, Exists: false, LinkedZone: { } linked } && local.End == LocalEnd.Utc)
        {
            yield return new Finding("tz.localtime-dangling", Severity.Problem, $"/etc/localtime leads to {linked}, which is not there", "Somebody wanted that zone, and its data is not in the image. So local time is UTC, and nothing tells.")
            {
                Fixes = ZoneFixes.Data(zone, KnownZones.Find(linked)),
            };
        }
        else if (zone.Around.Tz is null && local is { End: LocalEnd.Utc })
        {
            yield return new Finding("tz.unset", Severity.Info, "TZ is not set: local time is UTC", Sentence(local.Why) + " A program that asks for its zone by name does not need TZ.");
        }
        else if (zone.Around.Tz is { Length: 0 })
        {
            yield return new Finding("tz.empty", Severity.Info, "TZ is set to nothing, which means UTC", "An empty TZ is not the same as none: /etc/localtime is not looked at.");
        }
        else if (local is { End: LocalEnd.Zone, Source: "TZ" } && PosixRule.Parse(zone.Around.Tz ?? "") is { } rule)
        {
            yield return new Finding("tz.posix-rule", Severity.Info, $"TZ is a POSIX rule: {rule.Text}", "It needs no files. It also knows no history, and will not follow when a government changes the clocks.");
        }
    }

    private static Finding Well(ZoneCase zone, LocalTime local, ZoneLookup? lookup) => local.End == LocalEnd.Unknown || lookup?.End == LookupEnd.Unknown
        ? new Finding("tz.unknown", Severity.Info, "Not all files could be read that decide about time zones", $"{Sentence(local.Why)} So nothing is concluded.")
        : new Finding("tz.ok", Severity.Ok, zone.Wanted is { } wanted ? $"{zone.Model!.Name} has the zone {wanted}" : $"Local time is {local.Rules?.At(zone.Now)}", Sentence(local.Why));

    private static IEnumerable<Evidence> Clocks(ZoneCase zone, LocalTime local, ZoneLookup? lookup)
    {
        if (zone.Wanted is { } wanted && KnownZones.Find(wanted) is { } known)
        {
            yield return new Evidence("clock", wanted, $"should be: {ZoneClock.Describe(known.Rules, zone.Now)}");
        }

        if (local.Rules is { } rules)
        {
            yield return new Evidence("clock", "local time", $"{ZoneClock.Describe(rules, zone.Now)} ({local.Why})");
        }

        if (lookup is not null)
        {
            var ends = lookup.Says ?? (lookup.End switch { LookupEnd.Works => $"found in {lookup.Source}", LookupEnd.SilentUtc => "UTC, without an error", _ => "not known" });
            yield return new Evidence("lookup", zone.Wanted, ends);
        }
    }

    private static Finding Complete(ZoneCase zone, Finding finding) => finding with
    {
        Explanation = zone.Doubt is null || finding.Rule == "tz.unknown" ? finding.Explanation : $"{finding.Explanation} {zone.Doubt}",
        Evidence = [.. zone.Evidence, .. finding.Evidence],
        Links = finding.Severity >= Severity.Warning ? [.. finding.Links, .. Links] : finding.Links,
    };

    internal static string Sentence(string why) => char.ToUpperInvariant(why[0]) + why[1..] + ".";
}
