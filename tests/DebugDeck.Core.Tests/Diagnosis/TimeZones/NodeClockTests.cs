using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Diagnosis.TimeZones;
using DebugDeck.Core.Tests.Debugging;

namespace DebugDeck.Core.Tests.Diagnosis.TimeZones;

public sealed class NodeClockTests
{
    private static readonly DateTimeOffset Ours = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-420, 0, Severity.Problem, "7 min behind")]
    [InlineData(420, 0, Severity.Problem, "7 min ahead of")]
    [InlineData(45, 0, Severity.Warning, "46 s ahead of")]
    [InlineData(-86400, 0, Severity.Problem, "24 h behind")]
    public void A_clock_that_is_off_is_told_with_both_times(int ahead, int took, Severity severity, string words)
    {
        var finding = Assert.Single(NodeClock.Judge(Reading(ahead, took)));

        Assert.Equal(("tz.clock-skew", severity), (finding.Rule, finding.Severity));
        Assert.Contains($"{words} this machine's", finding.Title, StringComparison.Ordinal);
        Assert.Equal(["node", "this machine"], finding.Evidence.Select(evidence => evidence.Path));
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(-20, 0)]
    [InlineData(50, 60)]
    public void What_the_question_itself_took_is_no_skew(int ahead, int took) => Assert.Empty(NodeClock.Judge(Reading(ahead, took)));

    [Fact]
    public void A_clock_that_was_not_read_says_nothing() => Assert.Empty(NodeClock.Judge(null));

    [Fact]
    public async Task The_clock_is_read_with_the_process()
    {
        // The script asks the kernel, so the answer lies between two looks at the machine's own clock.
        var before = TimeProvider.System.GetUtcNow();
        var (_, output, _) = await BusyboxShell.RunAsync(ProcessScript.Read("/proc/self", "MARK"));

        var clock = ProcessText.Clock(Encoding.UTF8.GetBytes(output), "MARK");

        Assert.InRange(clock!.Value, before.AddSeconds(-2), TimeProvider.System.GetUtcNow().AddSeconds(2));
    }

    [Theory]
    [InlineData("\nMARK clock\n\nMARK denied\n")]
    [InlineData("\nMARK clock\n99999999999999999999\n")]
    [InlineData("\nMARK clock\n-5\n")]
    [InlineData("\nOTHER clock\n1764061200\n")]
    public void What_is_no_clock_is_none(string output) => Assert.Null(ProcessText.Clock(Encoding.UTF8.GetBytes(output), "MARK"));

    private static ClockReading Reading(int ahead, int took) => new(Ours.AddSeconds(ahead), Ours, Ours.AddSeconds(took));
}
