using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Programs;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Diagnosis.Programs;

/// <summary>A container that never started is neither well nor has it ended: what it waits for is said.</summary>
public sealed class WaitTests
{
    [Theory]
    [InlineData("ImagePullBackOff: Back-off pulling image \"x\"", "crash.image", Severity.Problem)]
    [InlineData("ErrImageNeverPull: Container image \"x\" is not present with pull policy of Never", "crash.image", Severity.Problem)]
    [InlineData("CreateContainerConfigError: configmap \"x\" not found", "crash.configuration", Severity.Problem)]
    [InlineData("RunContainerError: failed to create shim task", "crash.not-started", Severity.Problem)]
    [InlineData("PodInitializing", "crash.waits", Severity.Info)]
    [InlineData("ContainerCreating", "crash.waits", Severity.Info)]
    [InlineData(null, "crash.waits", Severity.Info)]
    public void What_a_container_waits_for_is_said(string? reason, string rule, Severity severity)
    {
        var finding = Assert.Single(Evaluate(ContainerState.Waiting, reason));

        Assert.Equal((rule, severity), (finding.Rule, finding.Severity));
        Assert.Contains(finding.Evidence, evidence => evidence.Source == "status");
    }

    [Fact]
    public void A_pod_that_no_node_takes_says_what_the_scheduler_says()
    {
        var finding = Assert.Single(Evaluate(ContainerState.Waiting, "Unschedulable: 0/1 nodes are available", new ConditionFact("PodScheduled", "False", "Unschedulable", "0/1 nodes are available")));

        Assert.Equal("crash.not-scheduled", finding.Rule);
        Assert.Contains(finding.Evidence, evidence => evidence.Detail == "Unschedulable: 0/1 nodes are available");
    }

    [Theory]
    [InlineData(ContainerState.Running)]
    [InlineData(ContainerState.Paused)]
    public void A_container_that_runs_does_not_wait(ContainerState state) =>
        Assert.Equal("crash.none", Assert.Single(Evaluate(state, "restarted long ago", new ConditionFact("PodScheduled", "True", null, null))).Rule);

    [Fact]
    public void Where_nothing_could_be_read_no_check_says_that_all_is_well()
    {
        var evidence = new CaseBuilder().Build();

        Assert.Equal("musl.unknown", Assert.Single(new MuslCheck().Evaluate(CheckInputs.None, evidence)).Rule);
        Assert.Equal("scratch.unknown", Assert.Single(new ScratchCheck().Evaluate(CheckInputs.None, evidence)).Rule);
        Assert.Equal("permissions.unknown", Assert.Single(new PermissionCheck().Evaluate(CheckInputs.None, evidence)).Rule);
    }

    private static IReadOnlyList<Finding> Evaluate(ContainerState state, string? reason, params ConditionFact[] conditions)
    {
        var build = new CaseBuilder();
        build.Details = build.Details with { Target = build.Details.Target with { State = state, Reason = reason }, Conditions = conditions };
        return new EndCheck().Evaluate(CheckInputs.None, build.Build());
    }
}
