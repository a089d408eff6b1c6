using System.Text.Json.Nodes;
using DebugDeck.Core.Debugging.Planning;
using DebugDeck.Core.Errors;

namespace DebugDeck.Kubernetes.Tests.Planning;

public sealed class PodFactsReaderTests
{
    [Theory]
    [InlineData("checkout-6c75bcbb88-7pwb8", 65532, 65532)]
    [InlineData("ledger-", 65532, 0)]
    [InlineData("distroless-root", 0, 0)]
    [InlineData("alpine-like", 1000, 1000)]
    public void The_runtimes_word_about_the_user_comes_first(string pod, long user, long group)
    {
        var facts = RecordedPod.Facts(pod);

        Assert.Equal(new TargetIdentity(user, group, "status"), facts.Identity);
        Assert.True(facts is { IsRunning: true, IsCrashLooping: false });
    }

    [Theory]
    [InlineData("""{"runAsUser": 7, "runAsGroup": 8}""", """{"runAsUser": 1}""", 7L, 8L, "container spec")]
    [InlineData("""{"runAsUser": 7}""", """{"runAsGroup": 5}""", 7L, 5L, "container spec")]
    [InlineData("""{}""", """{"runAsUser": 1, "runAsGroup": 2}""", 1L, 2L, "pod spec")]
    [InlineData("""{}""", """{"runAsUser": 1}""", 1L, null, "pod spec")]
    [InlineData("""{}""", """{}""", null, null, "unknown")]
    public void Without_it_the_container_and_then_the_pod_are_asked(string container, string pod, long? user, long? group, string source)
    {
        var facts = RecordedPod.Facts("checkout-6c75bcbb88-7pwb8", change: json =>
        {
            json["status"]!["containerStatuses"]![0]!.AsObject().Remove("user");
            json["spec"]!["securityContext"] = JsonNode.Parse(pod);
            json["spec"]!["containers"]![0]!["securityContext"] = JsonNode.Parse(container);
        });

        Assert.Equal(new TargetIdentity(user, group, source), facts.Identity);
    }

    [Theory]
    [InlineData("crasher", false, true)]
    [InlineData("oom", true, true)]
    [InlineData("bad-image", false, false)]
    [InlineData("report-", false, true)]
    public void What_does_not_run_is_told_apart(string pod, bool isLooping, bool hasRun)
    {
        var facts = RecordedPod.Facts(pod, pod == "report-" ? "job" : "app");

        Assert.Equal((false, isLooping, hasRun), (facts.IsRunning, facts.IsCrashLooping, facts.HasRun));
    }

    [Theory]
    [InlineData(5, 3, true)]
    [InlineData(5, 600, false)]
    [InlineData(90, 3, false)]
    public void A_container_that_has_just_been_restarted_after_a_short_run_is_in_a_loop(int runningFor, int lastRun, bool isLooping)
    {
        var facts = RecordedPod.Facts("checkout-6c75bcbb88-7pwb8", change: json =>
        {
            var status = json["status"]!["containerStatuses"]![0]!;
            status["restartCount"] = 3;
            status["state"] = new JsonObject { ["running"] = new JsonObject { ["startedAt"] = RecordedPod.Now.AddSeconds(-runningFor).ToString("O") } };
            status["lastState"] = new JsonObject
            {
                ["terminated"] = new JsonObject
                {
                    ["startedAt"] = RecordedPod.Now.AddSeconds(-runningFor - 10 - lastRun).ToString("O"),
                    ["finishedAt"] = RecordedPod.Now.AddSeconds(-runningFor - 10).ToString("O"),
                },
            };
        });

        Assert.Equal(isLooping, facts.IsCrashLooping);
    }

    [Fact]
    public void Debug_containers_that_never_came_up_are_noticed_with_the_kubelets_words()
    {
        var facts = RecordedPod.Facts("ec-zoo", file: "plan/pod-errimagepull.json");

        Assert.Equal(
            ["root-nonroot CreateContainerConfigError", "bad-name InvalidImageName", "pull-never ErrImageNeverPull", "pull-invalid ErrImagePull", "badcmd RunContainerError"],
            facts.Failed.Select(failed => $"{failed.Name} {failed.Reason}"));
        Assert.Contains("registry.invalid/tools/netshoot:v1", facts.Failed[3].Message, StringComparison.Ordinal);
        Assert.Empty(facts.Running);
    }

    [Fact]
    public void Debug_containers_of_ours_that_run_for_the_same_target_are_noticed_with_their_end()
    {
        var facts = RecordedPod.Facts("ec-zoo", file: "plan/pod-errimagepull.json", change: json =>
        {
            var one = json["spec"]!["ephemeralContainers"]!.AsArray().Single(one => one!["name"]!.GetValue<string>() == "run-shell")!;
            one["name"] = "debugdeck-abcde";
            one["env"] = new JsonArray(new JsonObject { ["name"] = "DEBUGDECK_TIME_LIMIT", ["value"] = "3600" });
            json["status"]!["ephemeralContainerStatuses"]!.AsArray().Single(one => one!["name"]!.GetValue<string>() == "run-shell")!["name"] = "debugdeck-abcde";
        });

        var running = Assert.Single(facts.Running);
        Assert.Equal(("debugdeck-abcde", new DateTimeOffset(2026, 11, 23, 4, 38, 34, TimeSpan.Zero)), (running.Name, running.EndsAt));
    }

    [Fact]
    public void Shared_namespaces_windows_static_pods_and_runtimes_are_noticed()
    {
        var facts = RecordedPod.Facts("checkout-6c75bcbb88-7pwb8", change: json =>
        {
            json["spec"]!["shareProcessNamespace"] = true;
            json["spec"]!["hostPID"] = true;
            json["spec"]!["hostUsers"] = false;
            json["spec"]!["nodeSelector"] = new JsonObject { ["kubernetes.io/os"] = "windows" };
            json["metadata"]!["annotations"] = new JsonObject { ["kubernetes.io/config.mirror"] = "abc" };
            json["status"]!["containerStatuses"]![0]!["containerID"] = "cri-o://abc";
        });

        Assert.True(facts is { SharesProcesses: true, HostProcesses: true, OwnUsers: true, IsWindows: true, IsStatic: true });
        Assert.Same(CapabilitySets.CriO, facts.RuntimeDefaults);
    }

    [Fact]
    public void A_container_that_is_not_in_the_pod_is_an_error_of_its_own()
    {
        var error = Assert.Throws<DebugDeckException>(() => RecordedPod.Facts("alpine-like", "nope"));

        Assert.Equal((ErrorKind.NotFound, "pod alpine-like has no container 'nope'"), (error.Kind, error.Message));
    }
}
