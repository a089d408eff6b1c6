using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Playbooks.Conditions;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Playbooks.Conditions;

public sealed class ConditionTests
{
    private static readonly ConditionFacts Facts = new(
        new Dictionary<string, string> { ["bundle"] = "problem", ["chain"] = "ok", ["late"] = "skipped" },
        new Dictionary<string, Severity> { ["dns.ndots"] = Severity.Warning, ["dns.resolver"] = Severity.Ok },
        new CheckInputs([KeyValuePair.Create("host", "shop.example.com")]),
        new CaseBuilder().Details,
        "docker");

    [Theory]
    [InlineData("step.bundle", true)]
    [InlineData("step.chain", false)]
    [InlineData("step.chain == ok", true)]
    [InlineData("step.late == skipped", true)]
    [InlineData("step.late != skipped", false)]
    [InlineData("rule.dns.ndots", true)]
    [InlineData("rule.dns.resolver", false)]
    [InlineData("rule.dns.resolver == ok", true)]
    [InlineData("rule.never", false)]
    [InlineData("input.host", true)]
    [InlineData("input.port", false)]
    [InlineData("input.host == 'shop.example.com'", true)]
    [InlineData("target.host == docker", true)]
    [InlineData("target.state == running", true)]
    [InlineData("target.restarted", false)]
    [InlineData("not step.chain and step.bundle", true)]
    [InlineData("step.chain or step.bundle and input.port", false)]
    [InlineData("(step.chain or step.bundle) and input.host", true)]
    [InlineData("not (step.bundle or step.chain)", false)]
    [InlineData("step.bundle==problem", true)]
    public void A_condition_holds_or_not(string text, bool holds) => Assert.Equal(holds, ConditionParser.Parse(text).Holds(Facts));

    [Theory]
    [InlineData("", "the condition ends where a fact should stand")]
    [InlineData("stap.x", "did you mean 'step'?")]
    [InlineData("bundle", "'bundle' is no fact")]
    [InlineData("target.colour", "there is no 'target.colour'")]
    [InlineData("step.a ==", "nothing stands behind the comparison")]
    [InlineData("step.a step.b", "'step.b' is more than a condition can hold")]
    [InlineData("(step.a", "a ')' is missing")]
    public void What_cannot_be_read_says_why(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => ConditionParser.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Endless_nesting_is_refused() => Assert.Throws<FormatException>(() => ConditionParser.Parse(new string('(', 100_000)));
}
