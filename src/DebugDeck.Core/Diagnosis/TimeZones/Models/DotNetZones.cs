using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Diagnosis.TimeZones.Models;

/// <summary>.NET. Source: <c>TimeZoneInfo.Unix.NonAndroid.cs</c>.</summary>
internal sealed class DotNetZones : IZoneModel
{
    public const string InvariantZones = "DOTNET_SYSTEM_TIMEZONE_INVARIANT";
    public const string InvariantGlobalization = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

    public string Name => ".NET";

    public bool HasOwnData(ZoneSurroundings around) => false;

    public LocalTime Local(ZoneSurroundings around)
    {
        if (around.IsOn(InvariantZones))
        {
            return around.Tz is { Length: > 0 } wanted and not "UTC"
                ? LocalTime.SilentUtc(InvariantZones, $"{InvariantZones} leaves .NET with UTC alone, whatever TZ={wanted} says")
                : LocalTime.Utc(InvariantZones, $"{InvariantZones} leaves .NET with UTC alone");
        }

        if (around.Tz is not { } tz)
        {
            var file = around.Place(ZoneSurroundings.LocalTimeFile);
            var second = file is { IsKnown: true, Zone: null } ? around.Place($"{Folder(around)}/localtime") : file;
            return (file.Zone ?? second.Zone) is { } local
                ? new LocalTime(LocalEnd.Zone, local.Rules, file.Zone is null ? second.Path : file.Path, "TZ is not set and a localtime file holds a zone")
                : !file.IsKnown || !second.IsKnown ? LocalTime.Unknown(file.Path)
                : file.Exists ? LocalTime.SilentUtc(file.Path, $"/etc/localtime is no zone ({file.Problem}), so .NET takes UTC and says nothing")
                : LocalTime.Utc(file.Path, "TZ is not set and there is no /etc/localtime, so .NET takes UTC");
        }

        var name = tz.StartsWith(':') ? tz[1..] : tz;
        if (name is "" or "UTC")
        {
            return LocalTime.Utc("TZ", name.Length == 0 ? "TZ is empty, which means UTC" : $"TZ={tz} means UTC");
        }

        var place = name[0] == '/' ? around.Place(name) : around.Find(name, Folder(around));
        return place.Zone is { } zone ? new LocalTime(LocalEnd.Zone, zone.Rules, place.Path, $"TZ names {place.Path}")
            : !place.IsKnown ? LocalTime.Unknown(place.Path)
            : LocalTime.SilentUtc("TZ", PosixRule.Parse(name) is not null
                ? $"TZ={name} is a POSIX rule, which .NET does not know; it looks for a file of that name and takes UTC without a word"
                : $"there is no {place.Path}, so .NET takes UTC and says nothing");
    }

    public ZoneLookup Lookup(ZoneSurroundings around, string zone)
    {
        if (zone.Equals("UTC", StringComparison.OrdinalIgnoreCase))
        {
            return new ZoneLookup(LookupEnd.Works, ZoneRules.Utc, "built in");
        }

        var says = $"System.TimeZoneNotFoundException: The time zone ID '{zone}' was not found on the local computer.";
        if (around.IsOn(InvariantZones))
        {
            return new ZoneLookup(LookupEnd.Error, null, InvariantZones, says);
        }

        var place = around.Find(zone, Folder(around));
        return place.Zone is { } found ? new ZoneLookup(LookupEnd.Works, found.Rules, place.Path)
            : !place.IsKnown ? ZoneLookup.Unknown(place.Path)
            : new ZoneLookup(LookupEnd.Error, null, place.Path, says);
    }

    private static string Folder(ZoneSurroundings around) => around.Variable("TZDIR") is { Length: > 0 } folder ? folder.TrimEnd('/') : ZoneSurroundings.Folder;
}
