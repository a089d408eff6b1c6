using System.Text.Json.Nodes;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Settings;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Planning;
using DebugDeck.Kubernetes.Pods;
using DebugDeck.Kubernetes.Tests.Support;

namespace DebugDeck.Kubernetes.Tests.Planning;

/// <summary>Plans against a cluster: the practice cluster, or the one that DEBUGDECK_TEST_KUBECONFIG names.</summary>
public sealed class PodPlannerTests(Lab lab) : IClassFixture<Lab>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("admin")]
    [InlineData("developer")]
    public async Task In_a_free_namespace_the_targets_own_uid_and_gid_are_enough(string user)
    {
        var plan = await PlanAsync(user, await lab.ShelllessAsync());

        Assert.Equal((DebugTechnique.Ephemeral, "restricted", "65532:65532"), (plan.Technique, plan.Chosen?.Profile, plan.User));
        Assert.Equal(new TargetIdentity(65532, 65532, "status"), plan.Identity);
        Assert.Equal(Visibility.Everything with { Capture = false }, plan.Chosen!.Sees);
        Assert.Equal([true, true, true, true], plan.Candidates.Select(candidate => candidate.Accepted == true));
        Assert.All(plan.Permissions.Take(4), answer => Assert.True(answer.Allowed, $"{answer.Verb} {answer.Resource}"));
        Assert.Null(plan.NamespacePolicy);
    }

    [Theory]
    [InlineData("base", "baseline", new[] { "restricted", "baseline", "root" }, "violates PodSecurity \"baseline:latest\": non-default capabilities (container \"")]
    [InlineData("locked", "restricted", new[] { "restricted" }, "violates PodSecurity \"restricted:latest\": allowPrivilegeEscalation != false (container \"")]
    public async Task A_namespaces_policy_rejects_what_it_must_in_the_servers_words(string space, string level, string[] accepted, string words)
    {
        var target = await RunningAsync(space);

        var plan = await PlanAsync("admin", target);

        Assert.Equal("restricted", plan.Chosen?.Profile);
        Assert.Equal(accepted, plan.Candidates.Where(candidate => candidate.Accepted == true).Select(candidate => candidate.Profile));
        var general = plan.Candidates.Last(candidate => candidate.Profile == "general");
        Assert.StartsWith($"pods \"{target.Name}\" is forbidden: {words}", general.ServerMessage, StringComparison.Ordinal);
        Assert.Equal(level, plan.NamespacePolicy);
    }

    [Fact]
    public async Task A_user_who_may_only_read_is_told_what_to_ask_for()
    {
        var plan = await PlanAsync("readonly", await lab.ShelllessAsync());

        Assert.Null(plan.Chosen);
        Assert.All(plan.Candidates, candidate => Assert.Equal(
            (false, $"pods \"{plan.Target.Name}\" is forbidden: User \"readonly\" cannot patch resource \"pods/ephemeralcontainers\" in API group \"\" in the namespace \"shop\""),
            (candidate.Accepted, candidate.ServerMessage)));
        Assert.Contains("resources: [\"pods/ephemeralcontainers\"]\n  verbs: [\"patch\"]\n- apiGroups: [\"\"]\n  resources: [\"pods/exec\"]\n  verbs: [\"get\", \"create\"]", plan.Advice[0], StringComparison.Ordinal);
        var refusal = PlanRefusal.Of(plan);
        Assert.Equal(ErrorKind.NotPermitted, refusal.Kind);
    }

    [Fact]
    public async Task A_user_who_may_only_create_exec_gets_into_a_target_with_a_shell_and_into_no_other()
    {
        var shellless = await PlanAsync("execonly", await lab.ShelllessAsync());
        var debian = await PlanAsync("execonly", await lab.DebianAsync(), shell: new ShellFinding(ShellVerdict.Yes, "/bin/sh", []));

        Assert.Null(shellless.Chosen);
        Assert.Equal(DebugTechnique.Exec, debian.Chosen?.Technique);
        Assert.Contains(debian.Warnings, warning => warning.Contains("the installed kubectl is used", StringComparison.Ordinal));
        Assert.Equal(["patch pods/ephemeralcontainers", "get pods/exec", "get pods/log", "create pods", "delete pods"], debian.Permissions.Where(answer => !answer.Allowed).Select(answer => $"{answer.Verb} {answer.Resource}"));
    }

    [Fact]
    public async Task Nothing_is_created_by_planning()
    {
        var target = await lab.ShelllessAsync();
        var before = await PodAsync(target);

        await PlanAsync("admin", target);

        Assert.Equal(before["metadata"]!["resourceVersion"]!.GetValue<string>(), (await PodAsync(target))["metadata"]!["resourceVersion"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_pod_that_keeps_crashing_is_copied_and_the_server_would_take_the_copy()
    {
        var crashing = await lab.CrashingAsync();

        var plan = await PlanAsync("admin", PodTargets.From(crashing, "lab", new Shared()).Single());

        Assert.Equal((DebugTechnique.Copy, true), (plan.Technique, plan.Chosen?.Accepted));
        Assert.StartsWith($"{crashing.Metadata.Name[..10]}", plan.PodName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pod_that_is_gone_is_not_found()
    {
        var target = await lab.ShelllessAsync();

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => PlanAsync("admin", target with { Name = "no-such-pod" }));

        Assert.Equal((ErrorKind.NotFound, "pods \"no-such-pod\" not found"), (error.Kind, error.Message));
    }

    [Fact]
    public async Task Every_plan_asked_for_by_name_is_the_patch_that_kubectl_would_send()
    {
        var target = await lab.ShelllessAsync();

        var plan = await PlanAsync("admin", target, new DebugRequest { Profile = "general", Toolbox = "busybox:1.36" });

        var sent = JsonNode.Parse(plan.Manifest!)!["spec"]!["ephemeralContainers"]!.AsArray().Single()!;
        Assert.Equal("""{"capabilities":{"add":["SYS_PTRACE"]}}""", sent["securityContext"]!.ToJsonString());
        Assert.Equal(
            $"kubectl --context {lab.Admin.Context.Name} -n shop debug -it {target.Name} --image=docker.io/library/busybox:1.36 --image-pull-policy=IfNotPresent --target=app -c {plan.ContainerName} --profile=general -- sh",
            plan.EquivalentCommand);
    }

    private Task<DebugPlan> PlanAsync(string user, Target target, DebugRequest? request = null, ShellFinding? shell = null) => new PodPlanner(
        lab.As(user),
        new ToolboxCatalog(UserSettings.Default),
        (_, _) => Task.FromResult(shell ?? ShellFinding.NotLookedAt),
        TimeProvider.System).PlanAsync(target, request ?? new DebugRequest(), Token);

    private async Task<Target> RunningAsync(string space)
    {
        var pods = await lab.PodsAsync(space);
        var running = pods.SelectMany(pod => PodTargets.From(pod, "lab", new Shared())).FirstOrDefault(target =>
            target is { State: ContainerState.Running, Role: ContainerRole.Main, Restarts: 0, Container: "app", User: "65532:65532" });
        Assert.SkipWhen(running is null, $"no distroless container runs in {space}");
        return running!;
    }

    private async Task<JsonNode> PodAsync(Target target)
    {
        KubeConnection admin = lab.Admin;
        using var response = await admin.SendAsync(() => admin.Request(HttpMethod.Get, PodKey.Of(target).Path), Token);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!;
    }
}
