using DebugDeck.Core.Debugging;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Settings;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Exec;
using DebugDeck.Kubernetes.Inventory;
using DebugDeck.Kubernetes.Planning;
using DebugDeck.Kubernetes.Pods;
using DebugDeck.Kubernetes.Sessions;
using DebugDeck.Kubernetes.Tests.Support;

namespace DebugDeck.Kubernetes.Tests.Planning;

/// <summary>What a plan says it will see is what its debug container then sees: plans are carried out on the cluster and compared with what they promised.</summary>
public sealed class PredictionTests(Lab lab) : IClassFixture<Lab>
{
    private const string Look = "ls /proc/1/root/ >/dev/null 2>&1 && echo files; cat /proc/1/environ >/dev/null 2>&1 && echo environment; cat /proc/1/cmdline >/dev/null 2>&1 && echo processes; exit 0";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("restricted")]
    [InlineData("baseline")]
    [InlineData("general")]
    [InlineData("netadmin")]
    [InlineData("sysadmin")]
    public async Task For_a_target_of_another_user(string profile) => await HoldsAsync(await lab.ShelllessAsync(), profile);

    [Theory]
    [InlineData("restricted")]
    [InlineData("baseline")]
    [InlineData("general")]
    public async Task For_a_target_that_is_root(string profile) => await HoldsAsync(await lab.TargetAsync("shop", "app", "edge", "distroless-root"), profile);

    [Theory]
    [InlineData("restricted")]
    [InlineData("baseline")]
    public async Task For_a_scratch_image_whose_group_is_root(string profile) => await HoldsAsync(await lab.TargetAsync("base", "app", "ledger", "scratch-app"), profile);

    [Fact]
    public async Task In_a_restricted_namespace() => await HoldsAsync(await lab.TargetAsync("locked", "app", "vault"), "restricted");

    [Fact]
    public async Task A_copy_of_a_pod_that_keeps_crashing_has_its_files_and_the_tools_and_is_deleted_at_the_end()
    {
        var crashing = PodTargets.From(await lab.CrashingAsync(), "lab", new Shared()).Single();
        var plan = await PlanAsync(crashing, "auto");

        await using (var session = await Sessions().StartAsync(plan, new Progress<string>(), Token))
        {
            var seen = await RemoteOutput.OfAsync(await session.RunAsync(session.Command(["sh", "-c", "id -u; ls /app; cat /proc/1/cmdline | tr '\\0' ' '"]), Token));

            Assert.Equal(("", 0), (seen.Error, seen.ExitCode));
            Assert.StartsWith("65532\n", seen.Output, StringComparison.Ordinal);
            Assert.Contains("/.debugdeck/busybox sh -c", seen.Output, StringComparison.Ordinal);
            await session.EndAsync(Token);
        }

        Assert.DoesNotContain(await lab.PodsAsync("shop"), pod => pod.Metadata.Name == plan.PodName && pod.Metadata.DeletionTimestamp is null);
    }

    private async Task HoldsAsync(Target target, string profile)
    {
        var plan = await PlanAsync(target, profile);
        Assert.NotNull(plan.Chosen);
        await using var session = await Sessions().StartAsync(plan with { MayReuse = false }, new Progress<string>(), Token);

        var seen = (await RemoteOutput.OfAsync(await session.RunAsync(new RemoteCommand(["sh", "-c", Look]), Token))).Output.Split('\n');
        await session.EndAsync(Token);

        Assert.Equal(
            (plan.Chosen.Sees.Files, plan.Chosen.Sees.Environment, plan.Chosen.Sees.Processes),
            (seen.Contains("files"), seen.Contains("environment"), seen.Contains("processes")));
    }

    private Task<DebugPlan> PlanAsync(Target target, string profile) => new PodPlanner(
        lab.Admin, new ToolboxCatalog(UserSettings.Default), (_, _) => Task.FromResult(ShellFinding.NotLookedAt), TimeProvider.System)
        .PlanAsync(target, new DebugRequest { Profile = profile, TimeLimit = TimeSpan.FromMinutes(2) }, Token);

    private PodSessions Sessions() => new(lab.Admin, new PodExec(lab.Admin), new PodScope(NamespaceScope.All, "shop", []));
}
