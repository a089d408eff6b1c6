using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Diagnosis.Certificates.Stores;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Diagnosis.Programs;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Diagnosis.Programs;

/// <summary>The small playbooks' rules, each with the case that it is for and one that looks like it.</summary>
public sealed class SeedCheckTests
{
    [Theory]
    [InlineData(137, "OOMKilled", "crash.out-of-memory")]
    [InlineData(137, "Error", "crash.killed")]
    [InlineData(139, "Error", "crash.segfault")]
    [InlineData(134, "Error", "crash.abort")]
    [InlineData(132, "Error", "crash.illegal-instruction")]
    [InlineData(126, "Error", "crash.not-executable")]
    [InlineData(127, "Error", "crash.not-found")]
    [InlineData(128, "StartError", "crash.not-started")]
    [InlineData(2, "Error", "crash.exit-code")]
    [InlineData(0, "Completed", "crash.ends-by-itself")]
    [InlineData(150, "Error", "crash.signal")]
    public void An_exit_code_is_put_into_words(int code, string reason, string rule)
    {
        var finding = Assert.Single(new EndCheck().Evaluate(CheckInputs.None, Ended(code, reason, restarts: 5).Build()));

        Assert.Equal((rule, Severity.Problem), (finding.Rule, finding.Severity));
        Assert.Contains(finding.Evidence, evidence => evidence.Detail.Contains($"exit code {code}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(143)]
    [InlineData(130)]
    public void An_end_on_request_is_no_problem(int code) =>
        Assert.Equal(Severity.Info, Assert.Single(new EndCheck().Evaluate(CheckInputs.None, Ended(code, "Error", restarts: 5).Build())).Severity);

    [Fact]
    public void A_container_that_never_ended_is_well() =>
        Assert.Equal(Severity.Ok, Assert.Single(new EndCheck().Evaluate(CheckInputs.None, new CaseBuilder().Build())).Severity);

    [Fact]
    public void A_container_that_runs_again_after_one_crash_is_warned_of() =>
        Assert.Equal(Severity.Warning, Assert.Single(new EndCheck().Evaluate(CheckInputs.None, Ended(1, "Error", restarts: 1, ContainerState.Running).Build())).Severity);

    [Theory]
    [InlineData("Unhealthy", "Liveness probe failed: context deadline exceeded", "crash.probe-killed")]
    [InlineData("Killing", "Container app failed startup probe, will be restarted", "crash.probe-killed")]
    [InlineData("Unhealthy", "Readiness probe failed: 503", "crash.killed")]
    public void Only_probes_that_kill_explain_a_kill(string reason, string message, string rule)
    {
        var build = Ended(137, "Error", restarts: 5);
        build.Details = build.Details with { Events = [new EventFact(default, true, reason, message)] };

        Assert.Equal(rule, Assert.Single(new EndCheck().Evaluate(CheckInputs.None, build.Build())).Rule);
    }

    [Fact]
    public void A_limit_of_memory_is_named_with_the_crash_that_it_caused()
    {
        var build = Ended(137, "OOMKilled", restarts: 5);
        build.Details = build.Details with { Resources = new Dictionary<string, string> { ["limits.memory"] = "64Mi" } };

        Assert.Contains("64Mi", Assert.Single(new EndCheck().Evaluate(CheckInputs.None, build.Build())).Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(65532, false)]
    public void A_pod_that_forbids_root_and_an_image_that_is_root_do_not_go_together(int user, bool isProblem)
    {
        var build = new CaseBuilder();
        build.Details = build.Details with { Security = new SecurityFacts { UserId = user, GroupId = user, RunAsNonRoot = true } };

        Assert.Equal(isProblem, Permissions(build).Contains("permissions.runs-as-root"));
    }

    [Theory]
    [InlineData("CreateContainerConfigError: container has runAsNonRoot and image will run as root", true)]
    [InlineData("CreateContainerConfigError: configmap \"x\" not found", false)]
    public void Where_the_images_user_is_not_known_only_the_kubelet_says_that_it_is_root(string reason, bool isProblem)
    {
        var build = new CaseBuilder();
        build.Details = build.Details with { Target = build.Details.Target with { State = ContainerState.Waiting, Reason = reason }, Security = new SecurityFacts { RunAsNonRoot = true } };

        Assert.Equal(isProblem, Permissions(build).Contains("permissions.runs-as-root"));
    }

    [Theory]
    [InlineData(0, 0, 0x1ed, null, true)]
    [InlineData(65532, 65532, 0x1ed, null, false)]
    [InlineData(0, 2000, 0x1fd, 2000L, false)]
    [InlineData(0, 0, 0x1ff, null, false)]
    public void A_volume_of_somebody_else_may_not_be_written(int owner, int group, int mode, long? fsGroup, bool isWarned)
    {
        var entry = new FileEntry("/data", FileKind.Directory, 0, (UnixFileMode)mode, default, null, owner, group);
        var build = new CaseBuilder().Add(new CapturedFile { Path = "/data", Entry = entry, Target = entry });
        build.Details = build.Details with { Mounts = [new MountFact("/data", "pvc data", false)], Security = new SecurityFacts { UserId = 65532, GroupId = 65532, FsGroup = fsGroup } };

        Assert.Equal(isWarned, Permissions(build).Contains("permissions.volume"));
    }

    [Theory]
    [InlineData(80, 65532, null, true)]
    [InlineData(80, 65532, "0\n", false)]
    [InlineData(80, 0, null, false)]
    [InlineData(8080, 65532, null, false)]
    public void A_low_port_is_out_of_reach_only_without_root_and_where_the_kernel_says_so(int port, int user, string? first, bool isWarned)
    {
        var build = new CaseBuilder();
        build.Details = build.Details with { Ports = [port], Security = new SecurityFacts { UserId = user } };
        if (first is not null)
        {
            build.File("/proc/sys/net/ipv4/ip_unprivileged_port_start", first);
        }

        Assert.Equal(isWarned, Permissions(build).Contains("permissions.port"));
    }

    [Fact]
    public void An_empty_image_lacks_what_programs_look_for_and_a_full_one_does_not()
    {
        var bare = new CaseBuilder().Absent([.. TrustPlaces.KnownBundles, "/usr/share/zoneinfo", "/etc/passwd", "/etc/group", "/etc/nsswitch.conf", "/tmp"]);
        var full = new CaseBuilder().Absent(TrustPlaces.KnownBundles[1]).File(TrustPlaces.KnownBundles[0], "x").Directory("/usr/share/zoneinfo").File("/etc/passwd", "root:x:0:0::/root:/bin/sh\n").Directory("/tmp");

        Assert.Equal(["scratch.passwd", "scratch.tmp", "scratch.ca", "scratch.zones"], Rules(new ScratchCheck(), bare));
        Assert.Equal(["scratch.needs"], Rules(new ScratchCheck(), full));
    }

    [Fact]
    public void What_nobody_looked_at_is_not_missing() => Assert.Equal(["scratch.unknown"], Rules(new ScratchCheck(), new CaseBuilder()));

    [Fact]
    public void Without_musl_there_is_nothing_to_say_about_it() =>
        Assert.Equal(["musl.none"], Rules(new MuslCheck(), new CaseBuilder().Directory("/lib/x86_64-linux-gnu", "libc.so.6").File("/lib/x86_64-linux-gnu/libc.so.6", "GNU C Library stable release version 2.41")));

    [Fact]
    public void Every_check_asks_for_what_the_host_knows_first()
    {
        foreach (var check in new ICheck[] { new EndCheck(), new EntryPointCheck(), new PermissionCheck(), new ScratchCheck(), new MuslCheck() })
        {
            Assert.Contains(check.Needs(CheckInputs.None, new CaseEvidence(default)), request => request is DetailsRequest);
        }
    }

    private static CaseBuilder Ended(int code, string reason, int restarts, ContainerState state = ContainerState.Waiting)
    {
        var build = new CaseBuilder();
        build.Details = build.Details with { Target = build.Details.Target with { State = state, Restarts = restarts }, LastEnd = new EndFact(code, reason, null, null) };
        return build;
    }

    private static IEnumerable<string> Permissions(CaseBuilder build) => Rules(new PermissionCheck(), build);

    private static IEnumerable<string> Rules(ICheck check, CaseBuilder build) => check.Evaluate(CheckInputs.None, build.Build()).Select(finding => finding.Rule);
}
