using DebugDeck.Core.Debugging;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Playbooks.Files;
using DebugDeck.Core.Playbooks.Running;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Tests.Support;

namespace DebugDeck.Kubernetes.Tests.Playbooks;

/// <summary>The clock of a node, seen from a container without a shell.</summary>
public sealed class ClockTests
{
    [Fact]
    public async Task A_node_whose_clock_is_behind_ours_is_found_out()
    {
        await using var cluster = await TestCluster.PracticeAsync();
        var host = cluster.Host();
        var target = (await host.FindAsync(TargetAddress.Parse("deploy/catalog"), TestContext.Current.CancellationToken))[0];
        var settings = new RunSettings
        {
            Clock = new ClockAhead(TimeSpan.FromMinutes(7)),
            OpenSession = async (_, words, token) => await host.StartAsync(await host.PlanAsync(target, new DebugRequest(), token), words, token),
        };

        var report = await new PlaybookRunner(host, target, PlaybookLibrary.Builtin.Find("timezone")!, settings).RunAsync(null, TestContext.Current.CancellationToken);

        var finding = Assert.Single(report.Steps[0].Findings, finding => finding.Rule == "tz.clock-skew");
        Assert.Equal((Severity.Problem, "The node's clock is 7 min behind this machine's"), (finding.Severity, finding.Title));
    }

    /// <summary>The machine's own clock, set wrongly.</summary>
    private sealed class ClockAhead(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }
}
