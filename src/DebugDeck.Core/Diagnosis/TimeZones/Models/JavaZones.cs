using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Diagnosis.TimeZones.Models;

/// <summary>
/// Java: zones come from its own <c>tzdb.dat</c>. Source: <c>TimeZone_md.c</c>, <c>java.util.TimeZone.setDefaultZone</c>; an empty TZ, rules and typos measured on 17.
/// </summary>
/// <param name="libc">What it asks for the offset of a TZ that it does not know.</param>
internal sealed class JavaZones(IZoneModel libc) : IZoneModel
{
    public string Name => "Java";

    public bool HasOwnData(ZoneSurroundings around) => true;

    public LocalTime Local(ZoneSurroundings around)
    {
        if (Property(around) is { } property)
        {
            return Own(property) is { } set
                ? new LocalTime(LocalEnd.Zone, set, "-Duser.timezone", $"-Duser.timezone={property} decides")
                : LocalTime.SilentUtc("-Duser.timezone", $"Java does not know the zone {property}, takes GMT and says nothing");
        }

        if (around.Tz is { Length: > 0 } tz)
        {
            var name = Stripped(tz);
            if (Own(name) is { } known)
            {
                return new LocalTime(GlibcZones.IsUtc(name) ? LocalEnd.Utc : LocalEnd.Zone, known, "TZ", $"TZ names {name}, which Java has in its own data");
            }

            var below = libc.Local(around);
            return below.End is LocalEnd.Zone && below.Rules is { } rules
                ? new LocalTime(LocalEnd.FixedOffset, rules, "TZ", $"Java does not know {tz} as a zone and keeps the offset that libc has for it when the program starts: the clocks will not change")
                : below.End is LocalEnd.Unknown ? LocalTime.Unknown(below.Source)
                : LocalTime.SilentUtc("TZ", $"Java does not know the zone {tz}, takes GMT and says nothing");
        }

        return FromFiles(around);
    }

    public ZoneLookup Lookup(ZoneSurroundings around, string zone) => Own(zone) is { } rules
        ? new ZoneLookup(LookupEnd.Works, rules, "lib/tzdb.dat")
        : new ZoneLookup(LookupEnd.Error, null, "lib/tzdb.dat", $"java.time.zone.ZoneRulesException: Unknown time-zone ID: {zone}");

    private static LocalTime FromFiles(ZoneSurroundings around)
    {
        var named = around.Files.Content("/etc/timezone") is { Content: { } text } ? System.Text.Encoding.UTF8.GetString(text.Span).Trim() : null;
        if (named is { Length: > 0 } && Own(named) is { } fromName)
        {
            return new LocalTime(GlibcZones.IsUtc(named) ? LocalEnd.Utc : LocalEnd.Zone, fromName, "/etc/timezone", $"/etc/timezone says {named}");
        }

        var file = around.Place(ZoneSurroundings.LocalTimeFile);
        if (file.LinkedZone is { } linked && Own(linked) is { } fromLink)
        {
            return new LocalTime(GlibcZones.IsUtc(linked) ? LocalEnd.Utc : LocalEnd.Zone, fromLink, file.Path, $"/etc/localtime leads to {linked}; Java takes the name and its own data");
        }

        if (!file.IsKnown)
        {
            return LocalTime.Unknown(file.Path);
        }

        // A file that is no link is compared with all of the zoneinfo tree, to find its name.
        var tree = around.Files.Stat(ZoneSurroundings.Folder);
        return file.Zone is not { } zone ? LocalTime.Utc(file.Path, "TZ is not set and there is no /etc/localtime, so Java takes GMT")
            : tree is { Exists: false } ? LocalTime.SilentUtc(file.Path, "/etc/localtime is a file without a name, and without /usr/share/zoneinfo Java cannot tell which zone it is; it takes GMT and says nothing")
            : new LocalTime(LocalEnd.Zone, zone.Rules, file.Path, "/etc/localtime holds a zone that Java finds again in /usr/share/zoneinfo");
    }

    private static string? Property(ZoneSurroundings around)
    {
        const string flag = "-Duser.timezone=";
        var words = string.Join(' ', around.Variable("JAVA_TOOL_OPTIONS"), around.Variable("JDK_JAVA_OPTIONS"), around.Variable("_JAVA_OPTIONS"));
        return words.Split(' ').LastOrDefault(word => word.StartsWith(flag, StringComparison.Ordinal)) is { } found && found.Length > flag.Length ? found[flag.Length..] : null;
    }

    private static string Stripped(string tz)
    {
        var name = tz.TrimStart(':');
        return name.StartsWith("posix/", StringComparison.Ordinal) ? name["posix/".Length..] : name;
    }

    private static ZoneRules? Own(string zone) => GlibcZones.IsUtc(zone) ? ZoneRules.Utc : KnownZones.Find(zone)?.Rules;
}
