using DebugDeck.Core.Diagnosis;
using DebugDeck.TestKit;

namespace DebugDeck.Docker.Tests.Playbooks;

/// <summary>The playbook <c>timezone</c> on real containers; what it says of local time is compared with what <c>date</c> in them shows.</summary>
[Collection(EnginePlaybooks.Name)]
public sealed class TimezonePlaybookTests : IAsyncDisposable
{
    private readonly PlaybookBench _bench = new();

    /// <summary>The image, <c>TZ</c> (null for none), what is removed from the image, the rules, and whether local time is that of Berlin.</summary>
    [Theory]
    [InlineData("Europe/Berlin", null, "", true)]
    [InlineData(":Europe/Berlin", null, "", true)]
    [InlineData("CET-1CEST,M3.5.0,M10.5.0/3", null, "", true)]
    [InlineData("UTC", null, "", false)]
    [InlineData(null, null, "", false)]
    [InlineData("Europe/Berln", null, "tz.typo", false)]
    [InlineData("Mars/Olympus", null, "tz.no-such-zone", false)]
    [InlineData("/etc/passwd", null, "tz.path", false)]
    [InlineData("Europe/Berlin", "/usr/share/zoneinfo/Europe", "tz.zone-missing", false)]
    [InlineData("Europe/Berlin", "/usr/share/zoneinfo", "tz.data-missing", false)]
    public async Task Local_time_has_its_rule_and_is_what_date_shows(string? tz, string? removed, string rules, bool isBerlin)
    {
        TestEngine.Require();
        string[] variable = tz is null ? [] : [$"--env=TZ={tz}"];
        var container = await _bench.StartAsync([.. variable, "ddtest/debian-slim", "sleep", "600"]);
        await (removed is null ? Task.CompletedTask : TestEngine.DockerAsync("exec", container, "rm", "-r", removed));

        PlaybookBench.Expect(rules, await _bench.RunAsync("timezone", container));

        var shown = await TestEngine.DockerAsync("exec", container, "date", "-d", "2026-07-01 12:00 UTC", "+%H:%M");
        Assert.Equal(isBerlin ? "14:00" : "12:00", shown);
    }

    [Fact]
    public async Task A_shell_less_image_with_its_zones_is_well_and_one_from_scratch_is_not_judged_without_knowing_its_library()
    {
        TestEngine.Require();
        var (whole, bare) = (await _bench.StartAsync("--env=TZ=Europe/Berlin", "ddtest/distroless", "--quiet"), await _bench.StartAsync("--env=TZ=Europe/Berlin", "--entrypoint=/app", "ddtest/scratch-static", "--quiet"));

        Assert.Contains((await _bench.RunAsync("timezone", whole)).Steps.SelectMany(step => step.Findings), finding => finding is { Rule: "tz.ok", Severity: Severity.Ok });
        Assert.Equal(["tz.unknown"], (await _bench.RunAsync("timezone", bare)).Steps.SelectMany(step => step.Findings).Select(finding => finding.Rule));
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
