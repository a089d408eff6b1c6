using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Playbooks.Running;

namespace DebugDeck.Kubernetes.Tests.Playbooks;

/// <summary>End to end: from a container that fails, by its own log, to exactly the causes that the world was built with, as each user.</summary>
[Collection(nameof(PlaybookRuns))]
public sealed class BrokenWorkloadTests(PlaybookLab lab)
{
    public static TheoryData<string, string> ByUser => [.. from user in PlaybookLab.Users from workload in BrokenWorkload.All select (user, workload.Address)];

    [Theory]
    [MemberData(nameof(BrokenWorkload.Addresses), MemberType = typeof(BrokenWorkload))]
    public async Task Triage_suggests_the_playbook_that_explains_it_with_its_inputs(string address)
    {
        var workload = BrokenWorkload.Of(address);

        var triage = await lab.TriageAsync("admin", address);

        var first = triage.Suggestions[0];
        Assert.Equal(workload.Playbook, first.Playbook.Name);
        Assert.Equal(workload.Inputs, string.Join(' ', first.Inputs.Where(input => input.Value is not null).Select(input => $"{input.Input.Name}={input.Value}")));
        Assert.All(first.Symptoms, symptom => Assert.True(symptom.Count > 0 && symptom.Last >= symptom.First));
    }

    [Theory]
    [MemberData(nameof(ByUser))]
    public async Task A_run_ends_in_exactly_the_causes_that_there_are(string user, string address)
    {
        lab.Begin(BrokenWorkload.All.Select(workload => (user, workload.Address, (IReadOnlyList<string>)[workload.Playbook])));
        var workload = BrokenWorkload.Of(address);

        var report = await lab.RunAsync(user, address, workload.Playbook);

        // One that ends again and again may happen to run when it is looked at; it is warned of then, and its program may or may not be read in time.
        Assert.Equal(workload.RulesFor(user), Rules(report).Replace("warning crash.", "problem crash.", StringComparison.Ordinal));
        Assert.All(report.Steps.SelectMany(step => step.Findings).Where(finding => finding.Severity == Severity.Problem), finding => Assert.NotEmpty(finding.Evidence));
    }

    [Theory]
    [MemberData(nameof(BrokenWorkload.Addresses), MemberType = typeof(BrokenWorkload))]
    public async Task Who_may_only_read_is_told_what_is_missing_and_never_that_all_is_well(string address)
    {
        var report = await lab.RunAsync("readonly", address, BrokenWorkload.Of(address).Playbook);

        Assert.NotEqual("ok", report.Verdict);
        var partial = report.Steps.Where(step => step.Status is StepStatus.Partial or StepStatus.Missing).ToList();
        Assert.NotEmpty(partial);
        Assert.All(partial, step => Assert.Contains(step.Missing, sentence => sentence.Contains("patch pods/ephemeralcontainers and create pods/exec are not allowed", StringComparison.Ordinal)));
    }

    private static string Rules(RunReport report) => string.Join(", ", report.Steps.SelectMany(step => step.Findings)
        .Where(finding => finding.Rule is not ("program.starts" or "program.unknown"))
        .OrderBy(finding => finding.Severity == Severity.Ok ? 0 : 1).ThenByDescending(finding => finding.Severity).ThenBy(finding => finding.Rule, StringComparer.Ordinal)
        .Select(finding => $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Rule}"));
}
