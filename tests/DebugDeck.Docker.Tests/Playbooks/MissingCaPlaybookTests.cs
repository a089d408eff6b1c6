namespace DebugDeck.Docker.Tests.Playbooks;

/// <summary>The playbook <c>missing-ca</c> on real containers against real TLS servers.</summary>
[Collection(EnginePlaybooks.Name)]
public sealed class MissingCaPlaybookTests(MissingCaBed bed) : IClassFixture<MissingCaBed>
{
    [Theory]
    [InlineData("good", "")]
    [InlineData("welcome", "")]
    [InlineData("chain", "ca.intermediate-missing")]
    [InlineData("expired", "ca.leaf-expired")]
    [InlineData("expired-intermediate", "ca.intermediate-expired")]
    [InlineData("future", "ca.not-yet-valid")]
    [InlineData("name", "ca.name-mismatch")]
    [InlineData("self", "ca.self-signed")]
    [InlineData("corp", "ca.authority-missing")]
    [InlineData("plain", "ca.not-tls")]
    [InlineData("client", "ca.client-certificate")]
    [InlineData("client-12", "ca.client-certificate")]
    [InlineData("old", "ca.protocol")]
    [InlineData("nobody", "ca.refused")]
    public async Task A_server_has_its_rule(string server, string rules)
    {
        MissingCaBed.Require();
        PlaybookBench.Expect(rules, await bed.Bench.RunAsync("missing-ca", bed.Trusting, $"endpoints={bed.Endpoint(server)}"));
    }

    [Fact]
    public async Task What_the_container_lacks_has_its_rule()
    {
        MissingCaBed.Require();
        var endpoint = $"endpoints={bed.Endpoint("good")}";
        PlaybookBench.Expect("ca.bundle-missing", await bed.Bench.RunAsync("missing-ca", bed.Empty, endpoint));
        PlaybookBench.Expect("ca.bundle-elsewhere", await bed.Bench.RunAsync("missing-ca", bed.Beside, endpoint, "runtime=go"));
        PlaybookBench.Expect("ca.authority-missing", await bed.Bench.RunAsync("missing-ca", bed.Strange, endpoint));
        PlaybookBench.Expect("ca.bundle-elsewhere", await bed.Bench.RunAsync("missing-ca", bed.Trusting, endpoint, "runtime=java"));
    }

    [Theory]
    [InlineData("good", "")]
    [InlineData("expired", "ca.leaf-expired")]
    [InlineData("plain", "ca.not-tls")]
    [InlineData("client", "ca.client-certificate")]
    [InlineData("nobody", "ca.refused")]
    public async Task The_nc_of_another_toolbox_does_as_well(string server, string rules)
    {
        MissingCaBed.Require();
        PlaybookBench.Expect(rules, await bed.Bench.RunAsync("missing-ca", bed.Trusting, "netshoot", [$"endpoints={bed.Endpoint(server)}"]));
    }
}
