using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Playbooks.Files;

namespace DebugDeck.Kubernetes.Tests.Playbooks;

/// <summary>A false alarm on a container that is well is a failed test: every playbook on every healthy workload, as each user.</summary>
[Collection(nameof(PlaybookRuns))]
public sealed class HealthyWorkloadTests(PlaybookLab lab)
{
    private static readonly string[] Healthy =
    [
        "deploy/checkout", "deploy/payments", "deploy/inventory", "deploy/catalog", "deploy/orders-api", "deploy/pricing", "deploy/web", "deploy/recommender", "ds/edge",
        "sts/ledger", "deploy/beacon", "deploy/vault-agent", "pod/multi/web", "pod/multi/sidecar", "pod/shared-processes/helper", "pod/secretive", "pod/drops-root", "pod/read-only",
        "job/report",
    ];

    // What a developer may do in a running pod differs from what an admin may in nothing that a playbook needs: the three that use every way there is, one workload for each policy.
    private static readonly string[] Few = ["dns", "timezone", "missing-ca"];
    private static readonly string[] FewWorkloads = ["deploy/checkout", "deploy/inventory", "sts/ledger", "deploy/vault-agent"];

    private static readonly IReadOnlyList<string> All = [.. PlaybookLibrary.Builtin.Playbooks.Select(playbook => playbook.Name)];

    public static TheoryData<string, string> ByUser => [.. from user in PlaybookLab.Users from address in Workloads(user) select (user, address)];

    [Theory]
    [MemberData(nameof(ByUser))]
    public async Task No_playbook_finds_a_problem(string user, string address)
    {
        lab.Begin(Workloads(user).Select(one => (user, one, Playbooks(user))));

        var reports = await lab.RunsAsync(user, address, Playbooks(user));

        Assert.Empty(reports.SelectMany(run => run.Value.Steps.SelectMany(step => step.Findings).Where(finding => finding.Severity == Severity.Problem).Select(finding => $"{run.Key}: {finding.Rule}: {finding.Title}")));
        Assert.Empty(reports.SelectMany(run => run.Value.Steps.Where(step => step.Status == Core.Playbooks.Running.StepStatus.Failed).SelectMany(step => step.Missing)));
    }

    private static string[] Workloads(string user) => user == "developer" ? FewWorkloads : Healthy;

    private static IReadOnlyList<string> Playbooks(string user) => user == "developer" ? Few : All;
}
