namespace DebugDeck.Core.Tests.Diagnosis.Coverage;

/// <summary>Every rule of the playbooks is shown by a case that it is for, and kept from crying wolf by one that it is not for.</summary>
public sealed class RuleCoverageTests
{
    private static readonly IReadOnlyList<RuleCase> Cases = [.. DnsRuleCases.All, .. ZoneRuleCases.All, .. CertificateRuleCases.All, .. ProgramRuleCases.All];

    public static TheoryData<string> Rules => [.. Cases.Select(rule => rule.Rule)];

    [Fact]
    public void Every_rule_has_its_cases() => Assert.Equal(RuleIds.All(), Cases.Select(rule => rule.Rule).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_is_found_where_it_belongs_and_only_there(string rule)
    {
        var cases = Cases.Single(known => known.Rule == rule);
        Assert.Contains(rule, cases.Positive());
        Assert.DoesNotContain(rule, cases.NearMiss());
    }
}
