using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Diagnosis.TimeZones;

namespace DebugDeck.Core.Tests.Diagnosis.TimeZones;

public sealed class ZoneModelTests
{
    private const string Tree = "/usr/share/zoneinfo";

    // No zoneinfo at all: who has zones of its own, who says so, who is silent.
    [Theory]
    [InlineData(RuntimeIds.Go, LibcKind.None, LocalEnd.SilentUtc, LookupEnd.Error)]
    [InlineData(RuntimeIds.DotNet, LibcKind.Glibc, LocalEnd.SilentUtc, LookupEnd.Error)]
    [InlineData(RuntimeIds.Java, LibcKind.Glibc, LocalEnd.Zone, LookupEnd.Works)]
    [InlineData(RuntimeIds.Python, LibcKind.Glibc, LocalEnd.SilentUtc, LookupEnd.Error)]
    [InlineData(RuntimeIds.Node, LibcKind.Glibc, LocalEnd.Zone, LookupEnd.Works)]
    [InlineData(RuntimeIds.Native, LibcKind.Glibc, LocalEnd.SilentUtc, LookupEnd.SilentUtc)]
    [InlineData(RuntimeIds.Native, LibcKind.Musl, LocalEnd.SilentUtc, LookupEnd.SilentUtc)]
    public void Without_zone_data_each_runtime_has_its_own_end(string runtime, LibcKind libc, LocalEnd local, LookupEnd lookup)
    {
        var world = new ZoneWorld { Runtime = runtime, Libc = libc }.Set("TZ", "Europe/Berlin");
        Assert.Equal(local, world.Model.Local(world.Around("Asia/Tokyo")).End);
        Assert.Equal(lookup, world.Model.Lookup(world.Around("Asia/Tokyo"), "Asia/Tokyo").End);
    }

    // Measured on glibc 2.36, Java 17, Node 20, Python 3 and musl 1.2.3; Go and .NET as their source has it.
    [Theory]
    [InlineData(RuntimeIds.Native, LibcKind.Glibc, "CET-1CEST,M3.5.0,M10.5.0/3", LocalEnd.Zone, "+01:00")]
    [InlineData(RuntimeIds.Native, LibcKind.Musl, "CET-1CEST,M3.5.0,M10.5.0/3", LocalEnd.Zone, "+01:00")]
    [InlineData(RuntimeIds.Go, LibcKind.Glibc, "CET-1CEST,M3.5.0,M10.5.0/3", LocalEnd.SilentUtc, "+00:00")]
    [InlineData(RuntimeIds.DotNet, LibcKind.Glibc, "CET-1CEST,M3.5.0,M10.5.0/3", LocalEnd.SilentUtc, "+00:00")]
    [InlineData(RuntimeIds.Java, LibcKind.Glibc, "CET-1CEST,M3.5.0,M10.5.0/3", LocalEnd.FixedOffset, "+01:00")]
    [InlineData(RuntimeIds.Node, LibcKind.Glibc, "CET-1CEST,M3.5.0,M10.5.0/3", LocalEnd.SilentUtc, "+00:00")]
    [InlineData(RuntimeIds.Node, LibcKind.Glibc, "UTC+3", LocalEnd.Zone, "-03:00")]
    [InlineData(RuntimeIds.Python, LibcKind.Glibc, "<+03>-3", LocalEnd.Zone, "+03:00")]
    [InlineData(RuntimeIds.Native, LibcKind.Glibc, "", LocalEnd.Utc, "+00:00")]
    [InlineData(RuntimeIds.Java, LibcKind.Glibc, "", LocalEnd.Utc, "+00:00")]
    [InlineData(RuntimeIds.Go, LibcKind.Glibc, ":Europe/Berlin", LocalEnd.Zone, "+01:00")]
    [InlineData(RuntimeIds.Native, LibcKind.Glibc, "Europe/Brelin", LocalEnd.SilentUtc, "+00:00")]
    [InlineData(RuntimeIds.Java, LibcKind.Glibc, "Europe/Brelin", LocalEnd.SilentUtc, "+00:00")]
    [InlineData(RuntimeIds.Node, LibcKind.Glibc, "europe/berlin", LocalEnd.SilentUtc, "+00:00")]
    [InlineData(RuntimeIds.Java, LibcKind.Glibc, "/usr/share/zoneinfo/Asia/Tokyo", LocalEnd.FixedOffset, "+09:00")]
    [InlineData(RuntimeIds.Go, LibcKind.Glibc, "/usr/share/zoneinfo/Asia/Tokyo", LocalEnd.Zone, "+09:00")]
    [InlineData(RuntimeIds.Native, LibcKind.Musl, "Europe/Ber.lin", LocalEnd.SilentUtc, "+00:00")]
    [InlineData(RuntimeIds.Native, LibcKind.Glibc, "UTC", LocalEnd.Utc, "+00:00")]
    public void A_TZ_of_every_kind_ends_as_the_runtime_has_it(string runtime, LibcKind libc, string tz, LocalEnd end, string offset)
    {
        var world = new ZoneWorld { Runtime = runtime, Libc = libc }.Set("TZ", tz).Zones(Tree, "Europe/Berlin", "Asia/Tokyo");
        var local = world.Model.Local(world.Around());
        Assert.Equal((end, offset), (local.End, local.Rules!.At(ZoneWorld.Now).OffsetText));
    }

    [Theory]
    [InlineData(RuntimeIds.Native, LibcKind.Glibc)]
    [InlineData(RuntimeIds.Native, LibcKind.Musl)]
    [InlineData(RuntimeIds.Go, LibcKind.None)]
    [InlineData(RuntimeIds.DotNet, LibcKind.Glibc)]
    [InlineData(RuntimeIds.Node, LibcKind.Glibc)]
    public void Without_TZ_localtime_decides(string runtime, LibcKind libc)
    {
        var world = new ZoneWorld { Runtime = runtime, Libc = libc }.File("/etc/localtime", Bytes("Asia/Tokyo"));
        Assert.Equal("+09:00 JST", world.Model.Local(world.Around()).Rules!.At(ZoneWorld.Now).ToString());
        var none = new ZoneWorld { Runtime = runtime, Libc = libc };
        Assert.Equal(LocalEnd.Utc, none.Model.Local(none.Around()).End);
    }

    [Fact]
    public void Java_takes_the_name_from_timezone_then_from_the_link_and_without_a_tree_cannot_name_a_file()
    {
        Assert.Equal("+05:30", Java(new ZoneWorld { Runtime = RuntimeIds.Java }.File("/etc/timezone", "Asia/Kolkata\n").File("/etc/localtime", Bytes("Asia/Tokyo"))));
        Assert.Equal("+09:00", Java(new ZoneWorld { Runtime = RuntimeIds.Java }.Link("/etc/localtime", "/usr/share/zoneinfo/Asia/Tokyo", null)));
        Assert.Equal("+00:00", Java(new ZoneWorld { Runtime = RuntimeIds.Java }.File("/etc/localtime", Bytes("Asia/Tokyo"))));
        Assert.Equal("+09:00", Java(new ZoneWorld { Runtime = RuntimeIds.Java }.File("/etc/localtime", Bytes("Asia/Tokyo")).Directory(Tree)));
        Assert.Equal("+05:30", Java(new ZoneWorld { Runtime = RuntimeIds.Java }.Set("TZ", "Asia/Tokyo").Set("JAVA_TOOL_OPTIONS", "-Xmx1g -Duser.timezone=Asia/Kolkata")));
    }

    [Fact]
    public void Folders_of_ones_own_are_heeded_by_those_who_know_the_variable()
    {
        Assert.Equal(LookupEnd.Works, Lookup(RuntimeIds.Go, LibcKind.Glibc, "ZONEINFO"));
        Assert.Equal(LookupEnd.Error, Lookup(RuntimeIds.Go, LibcKind.Glibc, "TZDIR"));
        Assert.Equal(LookupEnd.Works, Lookup(RuntimeIds.DotNet, LibcKind.Glibc, "TZDIR"));
        Assert.Equal(LookupEnd.Works, Lookup(RuntimeIds.Python, LibcKind.Glibc, "PYTHONTZPATH"));
        Assert.Equal(LookupEnd.Works, Lookup(RuntimeIds.Native, LibcKind.Glibc, "TZDIR"));
        Assert.Equal(LookupEnd.SilentUtc, Lookup(RuntimeIds.Native, LibcKind.Musl, "TZDIR"));
    }

    [Fact]
    public void TZ_of_a_go_program_is_looked_up_without_ZONEINFO()
    {
        var world = new ZoneWorld { Runtime = RuntimeIds.Go }.Set("ZONEINFO", "/opt/zones").Set("TZ", "Asia/Tokyo").Zones("/opt/zones", "Asia/Tokyo");
        Assert.Equal(LocalEnd.SilentUtc, world.Model.Local(world.Around("Asia/Tokyo")).End);
    }

    [Fact]
    public void Zones_in_the_program_serve_go_and_a_package_serves_python()
    {
        var go = new ZoneWorld { Runtime = RuntimeIds.Go, Embeds = true }.Set("TZ", "Europe/Berlin");
        Assert.Equal((LocalEnd.Zone, LookupEnd.Works), (go.Model.Local(go.Around()).End, go.Model.Lookup(go.Around("Asia/Tokyo"), "Asia/Tokyo").End));
        var python = new ZoneWorld { Runtime = RuntimeIds.Python, OwnRelease = "2025.2" }.Set("TZ", "Europe/Berlin");
        Assert.Equal((LocalEnd.SilentUtc, LookupEnd.Works), (python.Model.Local(python.Around()).End, python.Model.Lookup(python.Around("Asia/Tokyo"), "Asia/Tokyo").End));
    }

    private static LookupEnd Lookup(string runtime, LibcKind libc, string variable)
    {
        var world = new ZoneWorld { Runtime = runtime, Libc = libc }.Set(variable, "/opt/zones").Zones("/opt/zones", "Asia/Tokyo");
        return world.Model.Lookup(world.Around("Asia/Tokyo"), "Asia/Tokyo").End;
    }

    private static string Java(ZoneWorld world) => world.Model.Local(world.Around()).Rules!.At(ZoneWorld.Now).OffsetText;

    private static byte[] Bytes(string zone) => File.ReadAllBytes("/usr/share/zoneinfo/" + zone);
}
