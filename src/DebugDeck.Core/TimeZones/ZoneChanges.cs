namespace DebugDeck.Core.TimeZones;

/// <summary>
/// Changes of rules that old data does not know, newest first. Source: the NEWS file of the tz database, releases 2019a to 2026f.
/// Only changes that clocks of today or of the near future show; corrections of history are left out.
/// </summary>
public static class ZoneChanges
{
    public static IReadOnlyList<ZoneChange> All { get; } =
    [
        New("2026f", 2026, 11, 1, "Cuba stays on summer time until November 2027", "America/Havana"),
        New("2026e", 2026, 11, 1, "Manitoba moved to permanent -05", "America/Winnipeg"),
        New("2026d", 2026, 11, 1, "Canada's Northwest Territories moved to permanent -06", "America/Yellowknife", "America/Inuvik"),
        New("2026c", 2026, 11, 1, "Alberta moved to permanent -06", "America/Edmonton"),
        New("2026c", 2026, 9, 20, "Morocco moved to permanent +00", "Africa/Casablanca", "Africa/El_Aaiun"),
        New("2026b", 2026, 11, 1, "British Columbia moved to permanent -07", "America/Vancouver"),
        New("2026a", 2022, 3, 27, "Moldova changes its clocks when the European Union does", "Europe/Chisinau"),
        New("2025b", 2025, 4, 5, "Chile's Aysén region moved to permanent -03 and became a zone of its own", "America/Coyhaique"),
        New("2025a", 2025, 3, 22, "Paraguay moved to permanent -03", "America/Asuncion"),
        New("2024a", 2024, 3, 1, "Kazakhstan unified on +05", "Asia/Almaty", "Asia/Qostanay"),
        New("2024a", 2024, 4, 20, "Palestine changed the dates of its summer time", "Asia/Gaza", "Asia/Hebron"),
        New("2023d", 2024, 3, 31, "Ittoqqortoormiit in Greenland changed zones", "America/Scoresbysund"),
        New("2023d", 2023, 12, 18, "Vostok station changed zones", "Antarctica/Vostok"),
        New("2023a", 2023, 4, 28, "Egypt uses summer time again", "Africa/Cairo"),
        New("2023a", 2024, 3, 30, "Much of Greenland moved to -02 and keeps summer time", "America/Nuuk"),
        New("2022g", 2022, 11, 30, "Chihuahua's border towns follow the United States", "America/Ojinaga", "America/Ciudad_Juarez"),
        New("2022f", 2022, 10, 30, "Mexico gave up summer time", "America/Mexico_City", "America/Merida", "America/Monterrey", "America/Bahia_Banderas", "America/Mazatlan", "America/Hermosillo", "America/Chihuahua"),
        New("2022f", 2022, 11, 13, "Fiji gave up summer time", "Pacific/Fiji"),
        New("2022e", 2022, 10, 28, "Jordan and Syria moved to permanent +03", "Asia/Amman", "Asia/Damascus"),
        New("2022d", 2022, 10, 29, "Palestine changed the dates of its summer time", "Asia/Gaza", "Asia/Hebron"),
        New("2022b", 2022, 9, 22, "Iran gave up summer time", "Asia/Tehran"),
        New("2022b", 2022, 9, 11, "Chile changed the dates of its summer time", "America/Santiago", "Pacific/Easter"),
        New("2021b", 2021, 9, 26, "Samoa gave up summer time", "Pacific/Apia"),
        New("2021a", 2021, 2, 1, "South Sudan moved to +02", "Africa/Juba"),
        New("2020b", 2020, 11, 1, "Yukon moved to permanent -07", "America/Whitehorse", "America/Dawson"),
        New("2019b", 2019, 11, 3, "Brazil gave up summer time", "America/Sao_Paulo", "America/Cuiaba", "America/Campo_Grande"),
    ];

    /// <summary>What data of a release does not know of a zone and should by a certain time, newest first.</summary>
    /// <param name="held">The release that the data is of.</param>
    /// <param name="zone">Any name of the zone.</param>
    /// <param name="now">Changes that lie further than this in the future do no harm yet.</param>
    public static IReadOnlyList<ZoneChange> Missing(ZoneDataRelease held, string zone, DateTimeOffset now)
    {
        var name = KnownZones.Find(zone)?.CurrentName ?? zone;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return [.. All.Where(change => change.Release > held && change.Since <= today && change.Zones.Contains(name))];
    }

    private static ZoneChange New(string release, int year, int month, int day, string what, params string[] zones) =>
        new(ZoneDataRelease.Parse(release)!.Value, new DateOnly(year, month, day), what, zones);
}
