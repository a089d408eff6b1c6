using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Diagnosis.TimeZones;
using DebugDeck.Core.Tests.Diagnosis.TimeZones;

namespace DebugDeck.Core.Tests.Diagnosis.Coverage;

/// <summary>The rules <c>tz.*</c>.</summary>
internal static class ZoneRuleCases
{
    private const string Tree = "/usr/share/zoneinfo";
    private const string Berlin = "Europe/Berlin";
    private const string Rule = "CET-1CEST,M3.5.0,M10.5.0/3";

    public static IEnumerable<RuleCase> All =>
    [
        new("tz.ok", () => Judge(Glibc(Berlin).Zones(Tree, Berlin)), () => Judge(Glibc(Berlin))),
        new("tz.unknown", () => Judge(new ZoneWorld { Libc = LibcKind.Unknown }.Set("TZ", Berlin)), () => Judge(Glibc(Berlin))),
        new("tz.unset", () => Judge(Glibc(null)), () => Judge(Glibc("UTC"))),
        new("tz.empty", () => Judge(Glibc("")), () => Judge(Glibc(null))),
        new("tz.posix-rule", () => Judge(Glibc(Rule)), () => Judge(Glibc(Berlin).Zones(Tree, Berlin))),
        new("tz.posix-unsupported", () => Judge(Go(Rule)), () => Judge(Glibc(Rule))),
        new("tz.fixed-offset", () => Judge(new ZoneWorld { Runtime = RuntimeIds.Java }.Set("TZ", Rule)), () => Judge(new ZoneWorld { Runtime = RuntimeIds.Java }.Set("TZ", Berlin))),
        new("tz.typo", () => Judge(Glibc("Europe/Brelin").Zones(Tree, Berlin)), () => Judge(Glibc("Mars/Olympus").Zones(Tree, Berlin))),
        new("tz.no-such-zone", () => Judge(Glibc("Mars/Olympus").Zones(Tree, Berlin)), () => Judge(Glibc("Europe/Brelin").Zones(Tree, Berlin))),
        new("tz.data-missing", () => Judge(Go(Berlin)), () => Judge(new ZoneWorld { Runtime = RuntimeIds.Go, Libc = LibcKind.None, Embeds = true }.Set("TZ", Berlin), Berlin)),
        new("tz.zone-missing", () => Judge(Glibc("Asia/Tokyo").Zones(Tree, Berlin)), () => Judge(Glibc("Asia/Tokyo").Zones(Tree, "Asia/Tokyo"))),
        new("tz.legacy-missing", () => Judge(Glibc("Europe/Kiev").Zones(Tree, Berlin)), () => Judge(Glibc("Europe/Kyiv").Zones(Tree, Berlin))),
        new("tz.not-found", () => ZoneJudge.Judge(Partly()).Select(finding => finding.Rule), () => Judge(Glibc(Berlin))),
        new("tz.path", () => Judge(Glibc("/opt/zones/mine")), () => Judge(Glibc("/opt/zones/mine").File("/opt/zones/mine", File.ReadAllBytes($"{Tree}/{Berlin}")))),
        new("tz.localtime-broken", () => Judge(Glibc(null).File("/etc/localtime", "Berlin")), () => Judge(Glibc(null).File("/etc/localtime", File.ReadAllBytes($"{Tree}/{Berlin}")))),
        new("tz.localtime-dangling", () => Judge(Glibc(null).Link("/etc/localtime", $"{Tree}/{Berlin}", null)), () => Judge(Glibc(null).Link("/etc/localtime", $"{Tree}/{Berlin}", File.ReadAllBytes($"{Tree}/{Berlin}")))),
        new("tz.musl-name", () => Judge(Musl("Europe/Ber.lin")), () => Judge(Musl(Berlin))),
        new("tz.musl-tzdir", () => Judge(Musl(Berlin).Set("TZDIR", "/opt/zones")), () => Judge(Glibc(Berlin).Set("TZDIR", "/opt/zones"))),
        new("tz.invariant", () => Judge(DotNet("1")), () => Judge(DotNet("0"))),
        new("tz.data-old", () => Judge(Java("2025b")), () => Judge(Java("2026b"))),
        new("tz.clock-skew", () => Skew(120), () => Skew(1)),
    ];

    private static ZoneWorld Glibc(string? tz) => new ZoneWorld().Set("TZ", tz);

    private static ZoneWorld Musl(string? tz) => new ZoneWorld { Libc = LibcKind.Musl }.Set("TZ", tz);

    private static ZoneWorld Go(string? tz) => new ZoneWorld { Runtime = RuntimeIds.Go, Libc = LibcKind.None }.Set("TZ", tz);

    private static ZoneWorld DotNet(string invariant) => new ZoneWorld { Runtime = RuntimeIds.DotNet }.Set("TZ", Berlin).Set("DOTNET_SYSTEM_TIMEZONE_INVARIANT", invariant).Zones(Tree, Berlin);

    private static ZoneWorld Java(string release) => new ZoneWorld { Runtime = RuntimeIds.Java, OwnRelease = release }.Set("TZ", "America/Vancouver");

    private static ZoneCase Partly() => Go(Berlin).Case() with { Around = new ZoneSurroundings(new Core.Diagnosis.Checks.EvidenceFiles(Known().Build()), name => name == "TZ" ? Berlin : null) { Libc = LibcKind.None } };

    // Every place of the zone was looked at, the tree was not.
    private static TestKit.CaseBuilder Known() => new TestKit.CaseBuilder().Absent(
        "/etc/localtime", $"/usr/share/lib/zoneinfo/{Berlin}", $"/usr/lib/locale/TZ/{Berlin}", $"/etc/zoneinfo/{Berlin}", $"{Tree}/{Berlin}", $"{Tree}/tzdata.zi", $"{Tree}/+VERSION");

    private static IEnumerable<string> Skew(int seconds) =>
        ZoneJudge.Judge(Glibc("UTC").Case() with { Clock = new Core.Diagnosis.Gathering.ClockReading(ZoneWorld.Now.AddSeconds(seconds), ZoneWorld.Now, ZoneWorld.Now) }).Select(finding => finding.Rule);

    private static IEnumerable<string> Judge(ZoneWorld world, string? asked = null) => ZoneJudge.Judge(world.Case(asked)).Select(finding => finding.Rule);
}
