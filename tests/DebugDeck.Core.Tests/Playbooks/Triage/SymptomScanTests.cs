using DebugDeck.Core.Playbooks.Inputs;
using DebugDeck.Core.Playbooks.Triage;
using DebugDeck.Core.Targets.Details;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Playbooks.Triage;

public sealed class SymptomScanTests
{
    private const string Playbook = """
        version: 1
        name: shop
        title: Shop
        summary: Shop.
        symptoms:
          - {id: particular, title: Unknown authority, matches: 'x509: unknown authority for (?<host>[a-z.]+)'}
          - {id: general, title: TLS fails, matches: 'x509'}
          - {id: memory, title: Out of memory, matches: '^OOMKilled', in: status}
          - {id: pull, title: Not pulled, matches: 'pull', in: [event]}
        inputs:
          - {name: endpoints, title: Where to, list: true, from: [symptom:host, tls-endpoints]}
          - {name: zone, title: Zone, from: [zones], default: UTC}
        steps:
          - {id: a, title: A, probe: {spec: target.name}, expect: {exists: true}, finding: {title: No}}
        """;

    [Fact]
    public void A_line_belongs_to_the_first_symptom_that_knows_it()
    {
        var found = Scan(new CaseBuilder().Log("x509: unknown authority for a.example", "x509: expired", "x509: unknown authority for a.example"));

        Assert.Equal(["particular 2", "general 1"], found.Select(match => $"{match.Symptom.Id} {match.Count}"));
        Assert.Equal(["a.example"], found[0].Groups["host"]);
        Assert.True(found[0].First < found[0].Last);
    }

    [Fact]
    public void State_and_events_are_looked_at_where_a_symptom_says_so()
    {
        var builder = new CaseBuilder().Log("OOMKilled in a log means nothing", "pull");
        builder.Details = builder.Details with
        {
            LastEnd = new EndFact(137, "OOMKilled", null, DateTimeOffset.UnixEpoch),
            Events = [new EventFact(DateTimeOffset.UnixEpoch, true, "Failed", "could not pull", 7)],
        };

        Assert.Equal(["pull 7 event", "memory 1 status"], Scan(builder).Select(match => $"{match.Symptom.Id} {match.Count} {match.Place}"));
    }

    [Fact]
    public void A_healthy_container_has_none() => Assert.Empty(Scan(new CaseBuilder().Log("listening on :8080", "GET / 200")));

    [Fact]
    public void Inputs_are_drawn_from_log_and_environment_each_thing_once()
    {
        var builder = new CaseBuilder().Log("x509: unknown authority for a.example", "calling https://a.example/ and https://b.example:8443/x");
        builder.Details = builder.Details with { Environment = [new EnvironmentVariable("TZ", "Europe/Berlin", "spec"), new EnvironmentVariable("API", "https://c.example", "spec")] };

        var values = InputGuess.Values(TestPlaybook.Of(Playbook), new Dictionary<string, string>(), builder.Build());

        Assert.Equal("a.example,c.example:443,b.example:8443", values[0].Value);
        Assert.Equal(("Europe/Berlin", "env TZ"), (values[1].Value, values[1].Origin));
    }

    [Fact]
    public void What_is_given_outranks_all_and_empty_takes_a_guess_away()
    {
        var given = new Dictionary<string, string> { ["zone"] = "Mars/Olympus", ["endpoints"] = "" };

        var values = InputGuess.Values(TestPlaybook.Of(Playbook), given, new CaseBuilder().Log("x509: unknown authority for a.example").Build());

        Assert.Equal([null, "Mars/Olympus"], values.Select(value => value.Value));
    }

    private static IReadOnlyList<SymptomMatch> Scan(CaseBuilder builder) => SymptomScan.Scan([TestPlaybook.Of(Playbook)], builder.Build());
}
