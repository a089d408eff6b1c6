using System.Globalization;
using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Tests.TimeZones;

public sealed class KnownZonesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/Berlin", "+01:00 CET")]
    [InlineData("US/Eastern", "-05:00 EST")]
    [InlineData("America/Vancouver", "-07:00 MST")]
    [InlineData("America/Havana", "-04:00 CDT")]
    [InlineData("Africa/Casablanca", "+00:00 +00")]
    [InlineData("Asia/Kathmandu", "+05:45 +0545")]
    public void A_zone_is_known_without_any_file(string name, string expected) => Assert.Equal(expected, KnownZones.Find(name)!.Rules.At(Now).ToString());

    [Fact]
    public void Reference_rules_agree_with_this_machines_data_where_both_are_of_the_same_rules()
    {
        // 2024 lies behind every release that is still in use, so that year is the same in all of them.
        var times = Enumerable.Range(0, 8).Select(month => new DateTimeOffset(2024, 1, 5, 0, 0, 0, TimeSpan.Zero).AddDays(month * 41)).ToList();
        var wrong = KnownZones.Names
            .Where(name => File.Exists("/usr/share/zoneinfo/" + name) && name is not ("America/Asuncion" or "Africa/Casablanca" or "Africa/El_Aaiun"))
            .Where(name => TzifFile.Read(File.ReadAllBytes("/usr/share/zoneinfo/" + name), out _) is { } here
                && times.Any(time => here.Rules.At(time).Offset != KnownZones.Find(name)!.Rules.At(time).Offset));
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("Europe/Kiev", true, "Europe/Kyiv")]
    [InlineData("US/Eastern", true, "America/New_York")]
    [InlineData("Europe/Berlin", false, "Europe/Berlin")]
    [InlineData("Arctic/Longyearbyen", false, "Europe/Oslo")]
    [InlineData("UTC", false, "Etc/UTC")]
    public void Legacy_names_are_told_from_other_names(string name, bool isLegacy, string current)
    {
        var zone = KnownZones.Find(name)!;
        Assert.Equal((isLegacy, current), (zone.IsLegacy, zone.CurrentName));
    }

    [Theory]
    [InlineData("Europe/Brelin", "Europe/Berlin")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("Asia/Moscow", "Europe/Moscow")]
    [InlineData("America/New York", "America/New_York")]
    [InlineData("Europe/Istambul", "Europe/Istanbul")]
    public void A_typo_is_near_to_what_was_meant(string typo, string meant) => Assert.Contains(meant, NearestZones.To(typo, KnownZones.Names));

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("")]
    [InlineData("/etc/localtime")]
    public void What_resembles_nothing_gets_no_proposals(string name) => Assert.Empty(NearestZones.To(name, KnownZones.Names));

    [Theory]
    [InlineData("# version 2026b", "2026b")]
    [InlineData("2025b-0+deb12u2", "2025b")]
    [InlineData("2024a-r1", "2024a")]
    [InlineData("\0\u0004TZDB\0\u0001\0\u00052026c", "2026c")]
    [InlineData("2025.2", "2025b")]
    public void A_release_is_found_where_it_is_written(string text, string release) => Assert.Equal(release, ZoneDataRelease.Parse(text)?.ToString());

    [Theory]
    [InlineData("20250419")]
    [InlineData("1.2.5")]
    [InlineData("2025.40")]
    [InlineData("")]
    public void Other_numbers_are_no_release(string text) => Assert.Null(ZoneDataRelease.Parse(text));

    [Theory]
    [InlineData("2025b", "America/Vancouver", "2026-11-25", "2026b")]
    [InlineData("2025b", "Canada/Pacific", "2026-11-25", "2026b")]
    [InlineData("2025b", "America/Vancouver", "2026-10-01", null)]
    [InlineData("2026b", "America/Vancouver", "2026-11-25", null)]
    [InlineData("2018i", "Europe/Berlin", "2026-11-25", null)]
    public void Old_data_is_wrong_only_for_zones_that_changed_since(string held, string zone, string today, string? release)
    {
        var missing = ZoneChanges.Missing(ZoneDataRelease.Parse(held)!.Value, zone, DateTimeOffset.Parse(today + "T00:00:00Z", CultureInfo.InvariantCulture));
        Assert.Equal(release, missing.Count > 0 ? missing[0].Release.ToString() : null);
    }

    [Fact]
    public void Every_zone_that_changed_is_a_zone() =>
        Assert.All(ZoneChanges.All.SelectMany(change => change.Zones), zone => Assert.NotNull(KnownZones.Find(zone)));
}
