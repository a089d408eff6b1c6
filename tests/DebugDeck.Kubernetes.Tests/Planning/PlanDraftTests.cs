using System.Text.Json.Nodes;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;
using DebugDeck.Core.Settings;
using DebugDeck.Core.Shells;
using DebugDeck.Kubernetes.Planning;

namespace DebugDeck.Kubernetes.Tests.Planning;

/// <summary>What is tried for which target, and what wins once the server has answered.</summary>
public sealed class PlanDraftTests
{
    private const string PodSecurity = "pods \"x\" is forbidden: violates PodSecurity \"restricted:latest\": …";
    private static readonly ShellFinding NoShell = new(ShellVerdict.No, null, []);
    private static readonly ShellFinding Shell = new(ShellVerdict.Yes, "/bin/sh", []);

    [Theory]
    [InlineData("checkout-6c75bcbb88-7pwb8", "restricted", "65532:65532")]
    [InlineData("ledger-", "restricted", "65532:0")]
    [InlineData("alpine-like", "restricted", "1000:1000")]
    [InlineData("distroless-root", "baseline", "0:0")]
    public void The_least_privilege_that_sees_the_files_wins(string pod, string profile, string user)
    {
        var plan = Plan(RecordedPod.Facts(pod));

        Assert.Equal((DebugTechnique.Ephemeral, profile, user), (plan.Technique, plan.Chosen!.Profile, plan.User));
        Assert.Equal(["restricted", "baseline", "root", "general"], plan.Candidates.Select(candidate => candidate.Profile));
        Assert.Contains($"\"name\":\"{plan.ContainerName}\"", plan.Manifest, StringComparison.Ordinal);
        Assert.Matches("^debugdeck-[a-z0-9]{5}$", plan.ContainerName);
        Assert.Equal("/proc/1/root", plan.TargetRoot);
    }

    [Fact]
    public void What_the_server_refuses_does_not_win_and_its_words_are_kept()
    {
        var plan = Plan(RecordedPod.Facts("distroless-root"), accepts: profile => profile == "restricted");

        Assert.Null(plan.Chosen);
        Assert.Equal([true, false, false, false], plan.Candidates.Select(candidate => candidate.Accepted == true));
        Assert.Equal(PodSecurity, plan.Candidates[1].ServerMessage);
        Assert.Null(plan.Manifest);
        Assert.Contains(plan.Advice, piece => piece.Contains("kubectl label namespace shop pod-security.kubernetes.io/enforce=privileged", StringComparison.Ordinal));
        Assert.Contains(plan.Advice, piece => piece.Contains("--profile restricted", StringComparison.Ordinal));
        Assert.Contains(plan.Advice, piece => piece.Contains("debugdeck logs pod/distroless-root/app", StringComparison.Ordinal));
    }

    [Fact]
    public void A_profile_asked_for_by_name_is_the_only_one_even_if_it_sees_no_files()
    {
        var plan = Plan(RecordedPod.Facts("checkout-6c75bcbb88-7pwb8"), new DebugRequest { Profile = "netadmin" });

        Assert.Equal("netadmin", Assert.Single(plan.Candidates).Profile);
        Assert.Equal(new Visibility(false, false, true, true), plan.Chosen!.Sees);
        Assert.Contains(plan.Warnings, warning => warning.StartsWith("the target's files will not be visible: it runs as 0:0 and the target as 65532:65532", StringComparison.Ordinal));
    }

    [Fact]
    public void Restricted_for_a_root_target_runs_as_another_user_and_says_so()
    {
        var restricted = Plan(RecordedPod.Facts("distroless-root")).Candidates[0];

        Assert.Equal(("65532:65532", false), (restricted.User, restricted.Sees.Files));
        Assert.StartsWith("the target runs as root, which restricted forbids", restricted.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_pod_that_makes_its_containers_run_as_somebody_gets_general_as_root_besides()
    {
        var facts = RecordedPod.Facts("checkout-6c75bcbb88-7pwb8", change: pod =>
        {
            pod["spec"]!["securityContext"] = new JsonObject { ["runAsUser"] = 1000L, ["runAsGroup"] = 1000L };
            pod["spec"]!["containers"]![0]!["securityContext"] = new JsonObject { ["runAsUser"] = 65532L, ["runAsGroup"] = 65532L };
        });

        var plan = Plan(facts, accepts: profile => profile == "general");

        Assert.Equal(["1000:1000", "0:0"], plan.Candidates.Where(candidate => candidate.Profile == "general").Select(candidate => candidate.User));
        Assert.Equal("0:0", plan.User);
        Assert.Contains("--profile=general --custom=debugdeck-custom.json", plan.EquivalentCommand, StringComparison.Ordinal);
        Assert.StartsWith("printf %s '{\"securityContext\":{\"runAsNonRoot\":false,\"runAsUser\":0,\"runAsGroup\":0}}' > debugdeck-custom.json && kubectl", plan.EquivalentCommand, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_with_a_shell_is_entered_itself()
    {
        var plan = Plan(RecordedPod.Facts("alpine-like"), shell: Shell);

        Assert.Equal((DebugTechnique.Exec, "/", null, "app"), (plan.Technique, plan.TargetRoot, plan.Manifest, plan.ContainerName));
        Assert.Equal("kubectl --context prod -n shop exec -it alpine-like -c app -- /bin/sh", plan.EquivalentCommand);
        Assert.DoesNotContain(plan.Warnings, warning => warning.Contains("ephemeral", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("netshoot", "auto")]
    [InlineData("busybox", "general")]
    public void Who_asks_for_tools_or_privileges_gets_a_container_beside_a_target_with_a_shell(string toolbox, string profile)
    {
        var plan = Plan(RecordedPod.Facts("alpine-like"), new DebugRequest { Toolbox = toolbox, Profile = profile }, shell: Shell);

        Assert.Equal(DebugTechnique.Ephemeral, plan.Technique);
    }

    [Fact]
    public void Without_exec_nothing_helps_and_the_role_to_ask_for_is_written_out()
    {
        AccessAnswer[] permissions =
        [
            new("patch", "pods/ephemeralcontainers", false), new("get", "pods/exec", true), new("create", "pods/exec", false),
            new("get", "pods/log", true), new("create", "pods", false), new("delete", "pods", false),
        ];

        var plan = Plan(RecordedPod.Facts("checkout-6c75bcbb88-7pwb8"), permissions: permissions);

        Assert.Null(plan.Chosen);
        Assert.Contains(
            """
            rules:
            - apiGroups: [""]
              resources: ["pods/ephemeralcontainers"]
              verbs: ["patch"]
            - apiGroups: [""]
              resources: ["pods/exec"]
              verbs: ["create"]
            """,
            plan.Advice[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_only_create_exec_is_told_that_kubectl_is_used()
    {
        AccessAnswer[] permissions = [new("patch", "pods/ephemeralcontainers", true), new("get", "pods/exec", false), new("create", "pods/exec", true)];

        var plan = Plan(RecordedPod.Facts("checkout-6c75bcbb88-7pwb8"), permissions: permissions);

        Assert.NotNull(plan.Chosen);
        Assert.Contains(plan.Warnings, warning => warning.Contains("the installed kubectl is used", StringComparison.Ordinal));
    }

    [Fact]
    public void An_attempt_with_the_same_image_that_failed_is_not_repeated_unasked()
    {
        var facts = RecordedPod.Facts("ec-zoo", file: "plan/pod-errimagepull.json");

        var same = Plan(facts, new DebugRequest { Toolbox = "registry.invalid/tools/netshoot:v1" });
        var other = Plan(facts);

        Assert.Equal((true, false), (same.RepeatsFailure, other.RepeatsFailure));
        Assert.Contains(same.Warnings, warning => warning.StartsWith("debug container pull-invalid (registry.invalid/tools/netshoot:v1) never ran: ErrImagePull: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("crasher", "app")]
    [InlineData("oom", "app")]
    [InlineData("bad-command", "app")]
    [InlineData("report-", "job")]
    public void A_target_that_does_not_run_is_copied(string pod, string container)
    {
        var facts = RecordedPod.Facts(pod, container);

        var plan = Plan(facts);

        Assert.Equal((DebugTechnique.Copy, "/", container), (plan.Technique, plan.TargetRoot, plan.ContainerName));
        Assert.StartsWith($"{facts.Pod}-debugdeck-", plan.PodName, StringComparison.Ordinal);
        Assert.Equal(plan.PodName, JsonNode.Parse(plan.Manifest!)!["metadata"]!["name"]!.GetValue<string>());
        Assert.EndsWith($"delete pod {plan.PodName}", plan.EquivalentCommand, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bad-image", "the image of app cannot be had")]
    [InlineData("never-pull", "the image of app cannot be had")]
    [InlineData("bad-config", "app cannot be set up")]
    [InlineData("unschedulable", "unschedulable has no node")]
    public void A_copy_that_would_fare_no_better_is_not_made(string pod, string reason)
    {
        var plan = Plan(RecordedPod.Facts(pod));

        Assert.Null(plan.Chosen);
        Assert.StartsWith(reason, plan.Advice[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_debug_container_that_runs_already_is_taken_up()
    {
        var facts = RecordedPod.Facts("checkout-6c75bcbb88-7pwb8") with
        {
            Running = [new RunningAttempt("debugdeck-abcde", "docker.io/library/busybox:latest", DebugProfiles.Restricted(65532, 65532), RecordedPod.Now.AddMinutes(10))],
        };

        Assert.Equal("debugdeck-abcde", Plan(facts).Reuses);
        Assert.Null(Plan(facts, new DebugRequest { Toolbox = "netshoot" }).Reuses);
        Assert.Null(Plan(facts, new DebugRequest { Profile = "general" }).Reuses);
        Assert.Equal("debugdeck-abcde", Plan(facts, new DebugRequest { Profile = "restricted" }).Reuses);
        Assert.Null(Plan(facts with { Running = [facts.Running[0] with { EndsAt = RecordedPod.Now.AddSeconds(20) }] }).Reuses);
        Assert.Null(Plan(facts with { Running = [facts.Running[0] with { Security = null }] }).Reuses);
    }

    private static DebugPlan Plan(
        PodFacts facts, DebugRequest? request = null, Func<string, bool>? accepts = null, ShellFinding? shell = null, IReadOnlyList<AccessAnswer>? permissions = null)
    {
        var draft = new PlanDraft(facts, RecordedPod.Target(facts), request ?? new DebugRequest(), new ToolboxCatalog(UserSettings.Default), "prod", "ada@laptop");
        var answered = draft.Candidates(shell ?? NoShell, permissions ?? []).Select(candidate =>
        {
            var accepted = candidate.Candidate.Accepted ?? accepts?.Invoke(candidate.Candidate.Profile) ?? true;
            return candidate with { Candidate = candidate.Candidate with { Accepted = accepted, ServerMessage = accepted ? "" : PodSecurity } };
        });
        return draft.Decide([.. answered], permissions ?? [], RecordedPod.Now);
    }
}
