namespace DebugDeck.Core.Diagnosis.TimeZones.Models;

/// <summary>Python: <c>zoneinfo</c> for zones by name (<c>zoneinfo/_common.py</c>, <c>_tzpath.py</c>), libc for local time.</summary>
/// <param name="libc">Whose local time it has.</param>
internal sealed class PythonZones(IZoneModel libc) : IZoneModel
{
    private static readonly string[] Folders = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"];

    public string Name => "Python";

    public bool HasOwnData(ZoneSurroundings around) => around.OwnRelease is not null;

    public LocalTime Local(ZoneSurroundings around) => libc.Local(around);

    public ZoneLookup Lookup(ZoneSurroundings around, string zone)
    {
        // Set but empty means: no folder at all.
        var folders = around.Variable("PYTHONTZPATH") is { } path ? path.Split(':', StringSplitOptions.RemoveEmptyEntries).Where(folder => folder.StartsWith('/')).ToArray() : Folders;
        var place = folders.Length == 0 ? null : around.Find(zone, folders);
        return place?.Zone is { } found ? new ZoneLookup(LookupEnd.Works, found.Rules, place.Path)
            : HasOwnData(around) && Core.TimeZones.KnownZones.Find(zone) is { } own ? new ZoneLookup(LookupEnd.Works, own.Rules, "the package tzdata")
            : place is { IsKnown: false } ? ZoneLookup.Unknown(place.Path)
            : new ZoneLookup(LookupEnd.Error, null, string.Join(", ", folders), $"zoneinfo._common.ZoneInfoNotFoundError: 'No time zone found with key {zone}'");
    }
}
