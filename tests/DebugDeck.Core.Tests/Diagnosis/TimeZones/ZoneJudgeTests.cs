using DebugDeck.Core.Anatomy.Packages;
using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Diagnosis.TimeZones;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Diagnosis.TimeZones;

public sealed class ZoneJudgeTests
{
    private const string Tree = "/usr/share/zoneinfo";
    private const string Rule = "CET-1CEST,M3.5.0,M10.5.0/3";

    [Theory]
    [InlineData(RuntimeIds.Go, LibcKind.None, "Europe/Berlin", null, "tz.data-missing")]
    [InlineData(RuntimeIds.DotNet, LibcKind.Glibc, "America/New_York", null, "tz.data-missing")]
    [InlineData(RuntimeIds.Python, LibcKind.Glibc, "Asia/Tokyo", null, "tz.data-missing")]
    [InlineData(RuntimeIds.Native, LibcKind.Musl, "Europe/Berlin", null, "tz.data-missing")]
    [InlineData(RuntimeIds.Native, LibcKind.Glibc, "Europe/Berlin", null, "tz.data-missing")]
    [InlineData(RuntimeIds.Java, LibcKind.Glibc, "Europe/Berlin", null, "tz.ok")]
    [InlineData(RuntimeIds.Node, LibcKind.Glibc, "Europe/Berlin", null, "tz.ok")]
    [InlineData(RuntimeIds.Java, LibcKind.Glibc, "Europe/Brelin", null, "tz.typo")]
    [InlineData(RuntimeIds.Node, LibcKind.Glibc, "Mars/Olympus", null, "tz.no-such-zone")]
    [InlineData(RuntimeIds.Go, LibcKind.None, "Europe/Brelin", null, "tz.typo")]
    [InlineData(RuntimeIds.Go, LibcKind.None, null, "Europe/Berlin", "tz.data-missing tz.unset")]
    [InlineData(RuntimeIds.Go, LibcKind.None, null, null, "tz.ok tz.unset")]
    [InlineData(RuntimeIds.Go, LibcKind.None, "UTC", null, "tz.ok")]
    [InlineData(RuntimeIds.Go, LibcKind.None, Rule, null, "tz.posix-unsupported")]
    [InlineData(RuntimeIds.DotNet, LibcKind.Glibc, Rule, null, "tz.posix-unsupported")]
    [InlineData(RuntimeIds.Java, LibcKind.Glibc, Rule, null, "tz.fixed-offset")]
    [InlineData(RuntimeIds.Native, LibcKind.Musl, Rule, null, "tz.ok tz.posix-rule")]
    [InlineData(RuntimeIds.Native, LibcKind.Musl, "Europe/Ber.lin", null, "tz.musl-name")]
    [InlineData(RuntimeIds.Native, LibcKind.Glibc, "", null, "tz.ok tz.empty")]
    [InlineData(RuntimeIds.Native, LibcKind.Glibc, "/opt/zones/mine", null, "tz.path")]
    public void Without_zone_data(string runtime, LibcKind libc, string? tz, string? asked, string rules) =>
        Assert.Equal(rules, Rules(new ZoneWorld { Runtime = runtime, Libc = libc }.Set("TZ", tz), asked));

    [Theory]
    [InlineData(RuntimeIds.Go, LibcKind.None, "Europe/Berlin", null, "tz.ok")]
    [InlineData(RuntimeIds.DotNet, LibcKind.Glibc, "Europe/Berlin", null, "tz.ok")]
    [InlineData(RuntimeIds.Python, LibcKind.Glibc, "Europe/Berlin", "Asia/Tokyo", "tz.ok")]
    [InlineData(RuntimeIds.Native, LibcKind.Musl, "Europe/Berlin", null, "tz.ok")]
    [InlineData(RuntimeIds.Native, LibcKind.Glibc, "Europe/Berlin", null, "tz.ok")]
    [InlineData(RuntimeIds.Native, LibcKind.Glibc, null, null, "tz.ok tz.unset")]
    [InlineData(RuntimeIds.Native, LibcKind.Glibc, "Europe/Kiev", null, "tz.legacy-missing")]
    [InlineData(RuntimeIds.Python, LibcKind.Glibc, null, "US/Eastern", "tz.legacy-missing tz.unset")]
    [InlineData(RuntimeIds.Java, LibcKind.Glibc, "US/Eastern", null, "tz.ok")]
    [InlineData(RuntimeIds.Go, LibcKind.None, "Asia/Kathmandu", null, "tz.zone-missing")]
    [InlineData(RuntimeIds.Native, LibcKind.Glibc, "Europe/Brelin", null, "tz.typo")]
    public void With_some_zone_data(string runtime, LibcKind libc, string? tz, string? asked, string rules) =>
        Assert.Equal(rules, Rules(new ZoneWorld { Runtime = runtime, Libc = libc }.Set("TZ", tz).Zones(Tree, "Europe/Berlin", "Asia/Tokyo"), asked));

    [Theory]
    [InlineData("1", "tz.invariant")]
    [InlineData("true", "tz.invariant")]
    [InlineData("0", "tz.ok")]
    public void Invariant_mode_of_dotnet(string value, string rules) =>
        Assert.Equal(rules, Rules(new ZoneWorld { Runtime = RuntimeIds.DotNet }.Set("TZ", "Europe/Berlin").Set("DOTNET_SYSTEM_TIMEZONE_INVARIANT", value).Zones(Tree, "Europe/Berlin")));

    [Fact]
    public void A_localtime_that_is_no_zone_is_a_problem_and_a_link_to_nothing_is_one_too()
    {
        Assert.Equal("tz.localtime-broken", Rules(new ZoneWorld { Runtime = RuntimeIds.Native }.File("/etc/localtime", "Europe/Berlin\n")));
        Assert.Equal("tz.ok", Rules(new ZoneWorld { Runtime = RuntimeIds.Native }.File("/etc/localtime", File.ReadAllBytes("/usr/share/zoneinfo/Europe/Berlin"))));
        Assert.Equal("tz.localtime-dangling", Rules(new ZoneWorld { Runtime = RuntimeIds.Native }.Link("/etc/localtime", "/usr/share/zoneinfo/Europe/Berlin", null)));
    }

    [Fact]
    public void Musl_ignores_TZDIR_and_glibc_does_not()
    {
        Assert.Equal("tz.data-missing tz.musl-tzdir", Rules(new ZoneWorld { Libc = LibcKind.Musl }.Set("TZ", "Asia/Tokyo").Set("TZDIR", "/opt/zones").Zones("/opt/zones", "Asia/Tokyo")));
        Assert.Equal("tz.ok", Rules(new ZoneWorld { Libc = LibcKind.Glibc }.Set("TZ", "Asia/Tokyo").Set("TZDIR", "/opt/zones").Zones("/opt/zones", "Asia/Tokyo")));
    }

    // British Columbia did not put its clocks back on 2026-11-01, which data before 2026b does not know.
    [Theory]
    [InlineData("PST8PDT,M3.2.0,M11.1.0", "America/Vancouver", "2025b", "tz.data-old", Severity.Problem)]
    [InlineData("MST7", "America/Vancouver", "2026b", "tz.ok", Severity.Ok)]
    [InlineData("CET-1CEST,M3.5.0,M10.5.0/3", "Europe/Berlin", "2018i", "tz.ok", Severity.Ok)]
    public void Old_data_is_a_problem_only_where_the_clocks_differ(string rule, string name, string release, string expected, Severity severity)
    {
        var finding = Assert.Single(ZoneJudge.Judge(new ZoneWorld { Libc = LibcKind.Glibc }
            .Set("TZ", name).Directory(Tree).File($"{Tree}/{name}", Compiled(rule)).File($"{Tree}/tzdata.zi", $"# version {release}\n").Case()));
        Assert.Equal((expected, severity), (finding.Rule, finding.Severity));
    }

    [Theory]
    [InlineData("2025b", "tz.data-old")]
    [InlineData("2026b", "tz.ok")]
    [InlineData(null, "tz.ok")]
    public void Java_has_data_of_its_own_to_be_old(string? release, string rules) =>
        Assert.Equal(rules, Rules(new ZoneWorld { Runtime = RuntimeIds.Java, OwnRelease = release }.Set("TZ", "America/Vancouver")));

    [Fact]
    public void What_could_not_be_read_is_not_concluded()
    {
        Assert.Equal("tz.unknown", Assert.Single(ZoneJudge.Judge(new ZoneWorld { Libc = LibcKind.Unknown }.Set("TZ", "Europe/Berlin").Case())).Rule);
        Assert.Equal("tz.unknown", Assert.Single(ZoneJudge.Judge(new ZoneWorld().Case() with { IsEnvironmentKnown = false })).Rule);
    }

    [Fact]
    public void Findings_read_well()
    {
        var debian = new PackageList { Manager = "dpkg" };
        var text = string.Join("\n", new[]
        {
            new ZoneWorld { Runtime = RuntimeIds.Go, Libc = LibcKind.None }.Set("TZ", "Europe/Berlin").Case(),
            new ZoneWorld { Libc = LibcKind.Musl, Packages = new PackageList { Manager = "apk" } }.Set("TZ", "Europe/Berlin").File("/sbin/apk", "x").Case(isKubernetes: false),
            new ZoneWorld { Libc = LibcKind.Glibc, Packages = debian }.Set("TZ", "Europe/Kiev").Zones(Tree, "Europe/Berlin").File("/usr/bin/apt-get", "x").Case(),
            new ZoneWorld { Runtime = RuntimeIds.Java }.Set("TZ", "Europe/Brelin").Case(),
            new ZoneWorld { Libc = LibcKind.Glibc }.Set("TZ", "America/Vancouver").Directory(Tree).File($"{Tree}/America/Vancouver", Compiled("PST8PDT,M3.2.0,M11.1.0")).File($"{Tree}/tzdata.zi", "# version 2025b\n").Case(),
        }.SelectMany(ZoneJudge.Judge).Select(Text));
        Golden.Matches("findings", text);
    }

    private static string Text(Finding finding) => string.Join(
        "\n",
        [
            $"{finding.Severity} {finding.Rule}: {finding.Title}", $"  {finding.Explanation}",
            .. finding.Evidence.Select(evidence => $"  [{evidence.Source} {evidence.Path}] {evidence.Detail}"),
            .. finding.Fixes.Select(fix => $"  {fix.Kind}: {fix.Title} ({fix.Language})\n    {fix.Text.ReplaceLineEndings("\n    ")}"), "",
        ]);

    private static string Rules(ZoneWorld world, string? asked = null) => string.Join(' ', ZoneJudge.Judge(world.Case(asked)).Select(finding => finding.Rule));

    private static byte[] Compiled(string rule)
    {
        var file = new byte[44 + 6 + 4 + 44 + 6 + 4];
        foreach (var at in new[] { 0, 54 })
        {
            "TZif2"u8.CopyTo(file.AsSpan(at));
            (file[at + 39], file[at + 43]) = (1, 4);
            "UTC\0"u8.CopyTo(file.AsSpan(at + 50));
        }

        return [.. file, .. System.Text.Encoding.ASCII.GetBytes($"\n{rule}\n")];
    }
}
