using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.TimeData;
using DebugDeck.Core.Files.Capture;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Anatomy.TimeData;

public sealed class TimeDataReaderTests
{
    private const string Usual = "/usr/share/zoneinfo";

    // Runtime, a variable or nothing, the only folder with data, and where the program takes it from (nothing: it has none).
    [Theory]
    [InlineData("native", "", Usual, Usual)]
    [InlineData("native", "", "/opt/zones", null)]
    [InlineData("native", "TZDIR=/opt/zones", "/opt/zones", "/opt/zones")]
    [InlineData("native", "TZDIR=zones", "/opt/zones", null)]
    [InlineData("musl", "TZDIR=/opt/zones", "/opt/zones", null)]
    [InlineData("musl", "", "/share/zoneinfo", "/share/zoneinfo")]
    [InlineData("musl", "", "/etc/zoneinfo", "/etc/zoneinfo")]
    [InlineData("native", "", "/etc/zoneinfo", null)]
    [InlineData("go", "", Usual, Usual)]
    [InlineData("go", "ZONEINFO=/opt/zones", "/opt/zones", "/opt/zones")]
    [InlineData("go", "TZDIR=/opt/zones", "/opt/zones", null)]
    [InlineData("python", "PYTHONTZPATH=/opt/zones:/more", "/opt/zones", "/opt/zones")]
    [InlineData("python", "", "/usr/local/lib/python3.13/site-packages/tzdata/zoneinfo", "/usr/local/lib/python3.13/site-packages/tzdata/zoneinfo")]
    [InlineData("native", "", "/usr/local/lib/python3.13/site-packages/tzdata/zoneinfo", null)]
    public async Task A_program_finds_data_where_its_runtime_looks_and_nowhere_else(string runtime, string variable, string folder, string? path)
    {
        var data = await ReadAsync(runtime, RuntimePrograms.Tree(runtime).File($"{folder}/Europe/Berlin", "TZif2"), variable);

        Assert.Equal((path is not null, path), (data.IsFound, data.Path));
    }

    [Theory]
    [InlineData("go-embedded", "in the program (time/tzdata)")]
    [InlineData("node", "in Node.js (ICU)")]
    public async Task A_program_that_brings_its_data_along_needs_none_in_the_image(string runtime, string source)
    {
        var data = await ReadAsync(runtime, RuntimePrograms.Tree(runtime), "");

        Assert.Equal((true, null, source), (data.IsFound, data.Path, data.Source));
    }

    [Fact]
    public async Task Javas_own_data_tells_its_release()
    {
        var tree = RuntimePrograms.Tree("java").File("/usr/lib/jvm/temurin-21/lib/tzdb.dat", "\u0001\0\u0004TZDB\0\u0001\0\u00052025b\0");

        var data = await ReadAsync("java", tree, "");

        Assert.Equal((true, "Java's tzdb.dat", "2025b"), (data.IsFound, data.Source, data.Release));
    }

    [Theory]
    [InlineData("tzdata.zi", "# version 2025c\n", "2025c")]
    [InlineData("+VERSION", "2024a\n", "2024a")]
    [InlineData("leapseconds", "# nothing of the kind\n", "2025b")]
    public async Task The_release_is_that_of_the_data_or_else_of_its_package(string name, string content, string release)
    {
        var tree = RuntimePrograms.Tree("native").File($"{Usual}/{name}", content).File("/var/lib/dpkg/status", "Package: tzdata\nStatus: install ok installed\nVersion: 2025b-0+deb12u1\n");

        Assert.Equal(release, (await ReadAsync("native", tree, "")).Release);
    }

    [Theory]
    [InlineData("", null, "", null)]
    [InlineData("TZ=", "UTC", "TZ", true)]
    [InlineData("TZ=UTC", "UTC", "TZ", true)]
    [InlineData("TZ=Europe/Berlin", "Europe/Berlin", "TZ", true)]
    [InlineData("TZ=:Europe/Berlin", "Europe/Berlin", "TZ", true)]
    [InlineData("TZ=Europe/Berln", "Europe/Berln", "TZ", false)]
    [InlineData("TZ=Berlin", "Berlin", "TZ", false)]
    [InlineData("TZ=CET-1CEST,M3.5.0,M10.5.0/3", "CET-1CEST,M3.5.0,M10.5.0/3", "TZ", true)]
    [InlineData("TZ=CET-1CEST", "CET-1CEST", "TZ", true)]
    [InlineData("TZ=Etc/GMT+5", "Etc/GMT+5", "TZ", false)]
    [InlineData("TZ=/usr/share/zoneinfo/Europe/Berlin", "/usr/share/zoneinfo/Europe/Berlin", "TZ", true)]
    public async Task The_zone_of_the_environment_is_held_against_the_data(string variable, string? zone, string source, bool? isKnown)
    {
        var data = await ReadAsync("native", RuntimePrograms.Tree("native").File($"{Usual}/Europe/Berlin", "TZif2"), variable);

        Assert.Equal((zone, source, isKnown), (data.Zone, data.ZoneSource, data.ZoneIsKnown));
    }

    [Fact]
    public async Task A_zone_in_a_folder_of_ones_own_is_known()
    {
        var tree = RuntimePrograms.Tree("native").File("/opt/zones/Europe/Berlin", "TZif2");
        var setting = Setting("native", "TZDIR=/opt/zones");

        var data = await ReadAsync(tree, setting with { Environment = new Dictionary<string, string> { ["TZDIR"] = "/opt/zones", ["TZ"] = "Europe/Berlin" } });

        Assert.Equal((true, "Europe/Berlin", true), (data.IsFound, data.Zone, data.ZoneIsKnown));
    }

    [Theory]
    [InlineData("/usr/share/zoneinfo/Europe/Berlin", true)]
    [InlineData("../usr/share/zoneinfo/Europe/Berlin", true)]
    [InlineData("/usr/share/zoneinfo/Europe/Paris", false)]
    public async Task Localtime_names_the_zone_it_links_to(string target, bool isKnown)
    {
        var tree = RuntimePrograms.Tree("native").File($"{Usual}/Europe/Berlin", "TZif2").Link("/etc/localtime", target);

        var data = await ReadAsync("native", tree, "");

        Assert.Equal((target[(target.IndexOf("zoneinfo/", StringComparison.Ordinal) + 9)..], "/etc/localtime", isKnown), (data.Zone, data.ZoneSource, data.ZoneIsKnown));
    }

    [Fact]
    public async Task Localtime_that_is_a_copy_has_no_name()
    {
        var data = await ReadAsync("native", RuntimePrograms.Tree("native").File("/etc/localtime", "TZif2"), "");

        Assert.Equal((null, "/etc/localtime"), (data.Zone, data.ZoneSource));
    }

    private static Task<TimeDataFacts> ReadAsync(string runtime, ImageTree tree, string variable) => ReadAsync(tree, Setting(runtime, variable));

    private static async Task<TimeDataFacts> ReadAsync(ImageTree tree, ContainerSetting setting)
    {
        var question = new NeedsQuestion(setting, DateTimeOffset.UnixEpoch);
        return question.Answer(await CaptureRounds.RunAsync(tree, [new ContainerQuestion(setting), question], TestContext.Current.CancellationToken)).TimeZones;
    }

    private static ContainerSetting Setting(string runtime, string line) => new()
    {
        Command = RuntimePrograms.Command(runtime),
        Environment = line.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals ? new Dictionary<string, string> { [line[..equals]] = line[(equals + 1)..] } : [],
    };
}
