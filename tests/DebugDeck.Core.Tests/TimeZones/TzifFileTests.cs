using System.Diagnostics;
using System.Globalization;
using CsCheck;
using DebugDeck.Core.TimeZones;

namespace DebugDeck.Core.Tests.TimeZones;

public sealed class TzifFileTests
{
    private const string Folder = "/usr/share/zoneinfo";

    private static readonly string[] Times =
        ["1910-05-05T00:00:00Z", "1965-07-01T00:00:00Z", "1999-12-31T23:59:59Z", "2019-07-01T12:00:00Z", "2026-01-15T00:00:00Z", "2026-07-15T00:00:00Z", "2051-08-01T00:00:00Z"];

    [Theory]
    [InlineData("Europe/Berlin", "2026-07-15T00:00:00Z", "+02:00 CEST")]
    [InlineData("America/New_York", "2044-01-15T00:00:00Z", "-05:00 EST")]
    [InlineData("Asia/Kolkata", "2026-01-15T00:00:00Z", "+05:30 IST")]
    public void A_zone_of_this_machine_is_read(string zone, string time, string expected) => Assert.Equal(expected, Read(zone).Rules.At(Time(time)).ToString());

    [Fact]
    public async Task Every_zone_of_this_machine_reads_as_glibc_reads_it()
    {
        var times = Path.GetTempFileName();
        await File.WriteAllLinesAsync(times, Times, TestContext.Current.CancellationToken);
        var wrong = new List<string>();
        var zones = KnownZones.Names.Where(name => File.Exists($"{Folder}/{name}")).ToList();
        await Parallel.ForEachAsync(zones, TestContext.Current.CancellationToken, async (zone, token) =>
        {
            var start = new ProcessStartInfo("date", ["-f", times, "+%::z %Z"]) { RedirectStandardOutput = true, Environment = { ["TZ"] = zone } };
            using var date = Process.Start(start)!;
            // Where nobody keeps a clock ("-00"), date writes a minus before the zero.
            var lines = (await date.StandardOutput.ReadToEndAsync(token)).Replace("-00:00:00", "+00:00:00", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var ours = Times.Select(time => Read(zone).Rules.At(Time(time))).Select(offset => $"{(offset.OffsetText.Length == 6 ? offset.OffsetText + ":00" : offset.OffsetText)} {offset.Abbreviation}").ToList();
            if (!ours.SequenceEqual(lines))
            {
                lock (wrong)
                {
                    wrong.Add($"{zone}: {string.Join(" | ", ours)} against {string.Join(" | ", lines)}");
                }
            }
        });
        File.Delete(times);
        Assert.True(zones.Count > 300, $"only {zones.Count} zones");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Changes_of_the_clocks_come_in_order_and_go_on_after_the_last_written_one()
    {
        var changes = Read("Europe/Berlin").Rules.Between(Time("2036-06-01T00:00:00Z"), Time("2039-01-01T00:00:00Z")).Select(change => $"{change.At:yyyy-MM-dd HH:mm} {change.After}");
        Assert.Equal(
            ["2036-10-26 01:00 +01:00 CET", "2037-03-29 01:00 +02:00 CEST", "2037-10-25 01:00 +01:00 CET", "2038-03-28 01:00 +02:00 CEST", "2038-10-31 01:00 +01:00 CET"],
            changes);
    }

    [Theory]
    [InlineData(new byte[0], "it is empty")]
    [InlineData(new byte[] { 1, 2, 3 }, "it does not begin with TZif")]
    public void What_is_no_zone_is_said_to_be_none(byte[] data, string problem)
    {
        Assert.Null(TzifFile.Read(data, out var said));
        Assert.Equal(problem, said);
    }

    [Fact]
    public void A_file_that_is_cut_is_refused_at_every_length()
    {
        var whole = File.ReadAllBytes($"{Folder}/Europe/Berlin");
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Null(TzifFile.Read(whole.AsSpan(0, length), out var problem));
            Assert.NotEmpty(problem);
        }
    }

    [Fact]
    public void Damage_does_no_harm()
    {
        var whole = File.ReadAllBytes($"{Folder}/Europe/Berlin");
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 8].Sample(
            damage =>
            {
                var data = whole.ToArray();
                foreach (var (at, value) in damage)
                {
                    data[at] = value;
                }

                return TzifFile.Read(data, out _)?.Rules.Between(Time("2020-01-01T00:00:00Z"), Time("2030-01-01T00:00:00Z")).Take(1000).Count() is null or < 1000;
            },
            iter: 5000);
    }

    [Fact]
    public void Counts_that_promise_gigabytes_are_refused()
    {
        var data = new byte[200];
        "TZif2"u8.CopyTo(data);
        data.AsSpan(20, 24).Fill(0xFF);
        Assert.Null(TzifFile.Read(data, out var problem));
        Assert.Equal("it ends too early", problem);
    }

    private static TzifFile Read(string zone) => TzifFile.Read(File.ReadAllBytes($"{Folder}/{zone}"), out _)!;

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
