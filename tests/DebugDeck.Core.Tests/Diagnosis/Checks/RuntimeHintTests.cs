using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.TimeZones;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Diagnosis.Checks;

public sealed class RuntimeHintTests
{
    [Theory]
    [InlineData("ERROR scheduler: unknown time zone Europe/Berlin", RuntimeIds.Go)]
    [InlineData("tls: failed to verify certificate: x509: certificate signed by unknown authority", RuntimeIds.Go)]
    [InlineData("Post \"http://pay/\": dial tcp: lookup pay on 10.96.0.10:53: no such host", RuntimeIds.Go)]
    [InlineData("Unhandled exception. System.TimeZoneNotFoundException: The time zone ID 'X' was not found", RuntimeIds.DotNet)]
    [InlineData("java.time.zone.ZoneRulesException: Unknown time-zone ID: Europe/Brelin", RuntimeIds.Java)]
    [InlineData("zoneinfo._common.ZoneInfoNotFoundError: 'No time zone found with key Asia/Tokyo'", RuntimeIds.Python)]
    [InlineData("RangeError: Invalid time zone specified: Mars/Olympus", RuntimeIds.Node)]
    [InlineData("curl: (6) Could not resolve host: payments.shop.svc", null)]
    [InlineData("the time zone is unknown", null)]
    [InlineData("", null)]
    public void Words_of_a_standard_library_tell_what_a_program_is_written_in(string line, string? runtime) =>
        Assert.Equal(runtime, RuntimeHint.Find(new CaseBuilder().Log("starting", line).Build())?.Id);

    [Fact]
    public void What_rests_on_such_words_says_so()
    {
        // Nothing of the program can be read; the zone is looked for where Go looks.
        var evidence = new CaseBuilder()
            .Log("unknown time zone Europe/Berlin")
            .Process("TZ=Europe/Berlin")
            .Absent("/usr/share/zoneinfo", "/usr/share/lib/zoneinfo/Europe/Berlin", "/usr/share/zoneinfo/Europe/Berlin", "/usr/lib/locale/TZ/Europe/Berlin", "/etc/zoneinfo/Europe/Berlin", "/etc/localtime")
            .Build();

        var finding = new TimeZoneCheck().Evaluate(CheckInputs.None, evidence)[0];

        Assert.Equal(("tz.data-missing", Severity.Problem), (finding.Rule, finding.Severity));
        Assert.Contains("is told by the words of its log alone", finding.Explanation, StringComparison.Ordinal);
        Assert.Contains(finding.Evidence, quoted => quoted is { Source: "log", Detail: "unknown time zone Europe/Berlin" });
    }

    [Theory]
    [InlineData("java", "Europe/Berlin", "tz.ok")]
    [InlineData("go", "Europe/Berlin", "tz.data-missing")]
    public void The_users_word_outranks_the_logs(string runtime, string zone, string rule)
    {
        var evidence = new CaseBuilder()
            .Log("unknown time zone Europe/Berlin")
            .Process($"TZ={zone}")
            .Absent("/usr/share/zoneinfo", "/usr/share/lib/zoneinfo/Europe/Berlin", "/usr/share/zoneinfo/Europe/Berlin", "/usr/lib/locale/TZ/Europe/Berlin", "/etc/zoneinfo/Europe/Berlin", "/etc/localtime")
            .Build();

        var finding = new TimeZoneCheck().Evaluate(new CheckInputs([KeyValuePair.Create("runtime", runtime)]), evidence)[0];

        Assert.Equal(rule, finding.Rule);
        Assert.DoesNotContain("log alone", finding.Explanation, StringComparison.Ordinal);
    }
}
