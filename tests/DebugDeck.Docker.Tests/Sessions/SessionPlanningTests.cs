using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Settings;
using DebugDeck.Core.Targets;
using DebugDeck.Docker.Sessions;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Tests.Sessions;

public sealed class SessionPlanningTests
{
    private const string Busybox = "docker.io/library/busybox:latest";

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    private static readonly Target Web = new() { Id = "0123", Address = new TargetAddress(AddressKind.Docker, "web"), Host = "docker", Name = "web", Image = "web:1" };

    [Fact]
    public void A_running_target_gets_a_sidecar_with_the_least_privilege_that_works()
    {
        var plan = Plan(Running());

        Assert.Equal(DebugTechnique.Sidecar, plan.Technique);
        Assert.Equal("0:0", plan.User);
        Assert.Equal(["SYS_PTRACE"], plan.Capabilities);
        Assert.Equal(["pid", "network"], plan.SharedNamespaces);
        Assert.Equal("/proc/1/root", plan.TargetRoot);
        Assert.Empty(plan.Warnings);
        Assert.Equal("docker run --rm -it --pid container:web --network container:web --user 0:0 --cap-add SYS_PTRACE --entrypoint sh busybox", plan.EquivalentCommand);
    }

    [Theory]
    [InlineData("private", false, "")]
    [InlineData("none", false, "")]
    [InlineData("container:4567", false, "")]
    [InlineData("shareable", true, " --ipc container:web")]
    [InlineData("host", true, " --ipc host")]
    public void Interprocess_communication_is_joined_only_where_the_engine_allows_it(string mode, bool joined, string option)
    {
        var plan = Plan(Running(host => host.IpcMode = mode));

        Assert.Equal(joined, plan.SharedNamespaces.Contains("ipc"));
        Assert.Contains($"--network container:web{option} --user", plan.EquivalentCommand, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "/proc/1/root", 0)]
    [InlineData("host", "/proc/4711/root", 1)]
    [InlineData("container:4567", SessionPlanning.UnknownRoot, 1)]
    public void Process_1_is_the_target_only_in_a_namespace_of_its_own(string mode, string root, int warnings)
    {
        var plan = Plan(Running(host => host.PidMode = mode));

        Assert.Equal(root, plan.TargetRoot);
        Assert.Equal(warnings, plan.Warnings.Count);
    }

    [Fact]
    public void A_target_outside_the_engines_user_namespace_gets_its_sidecar_there() =>
        Assert.Contains(" --userns host ", Plan(Running(host => host.UsernsMode = "host")).EquivalentCommand, StringComparison.Ordinal);

    [Theory]
    [InlineData("exited")]
    [InlineData("created")]
    [InlineData("dead")]
    public void A_target_that_does_not_run_gets_a_copy(string status) =>
        Assert.Equal(DebugTechnique.Copy, Plan(Facts(new State { Status = status })).Technique);

    [Theory]
    [InlineData(0, 2, DebugTechnique.Sidecar)]
    [InlineData(3, 2, DebugTechnique.Copy)]
    [InlineData(3, 60, DebugTechnique.Sidecar)]
    public void A_target_that_was_just_restarted_is_crash_looping_until_it_is_stable(int restarts, int secondsAgo, DebugTechnique technique)
    {
        var facts = Facts(new State { Status = "running", Running = true, Pid = 4711, StartedAt = (Now - TimeSpan.FromSeconds(secondsAgo)).ToString("O") });
        facts.Container.RestartCount = restarts;

        Assert.Equal(technique, Plan(facts).Technique);
    }

    [Fact]
    public void A_restarting_target_gets_a_copy_although_the_engine_calls_it_running()
    {
        var plan = Plan(Facts(new State { Status = "restarting", Running = true, Restarting = true }));

        Assert.Equal(DebugTechnique.Copy, plan.Technique);
        Assert.Contains("keeps ending", plan.Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_paused_target_gets_a_sidecar_and_a_warning()
    {
        var plan = Plan(Facts(new State { Status = "paused", Running = true, Paused = true }));

        Assert.Equal(DebugTechnique.Sidecar, plan.Technique);
        Assert.Contains("paused", Assert.Single(plan.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_is_being_removed_gets_nothing() =>
        Assert.Equal(ErrorKind.Failed, Assert.Throws<DebugDeckException>(() => Plan(Facts(new State { Status = "removing" }))).Kind);

    [Fact]
    public void Without_its_image_there_is_nothing_to_copy() =>
        Assert.Equal(ErrorKind.NotFound, Assert.Throws<DebugDeckException>(() => Plan(Facts(new State { Status = "exited" }) with { Image = null })).Kind);

    [Theory]
    [InlineData("busybox", Busybox)]
    [InlineData("netshoot", Busybox)]
    public void A_copy_gets_a_busybox_that_is_there(string toolbox, string image) =>
        Assert.Equal(image, Plan(Facts(new State { Status = "exited" }), toolbox, Busybox, "docker.io/nicolaka/netshoot:latest").Toolbox.Image);

    [Fact]
    public void A_copy_prefers_the_busybox_that_is_known_to_be_static() =>
        Assert.Equal(ToolboxCatalog.StaticBusybox, Plan(Facts(new State { Status = "exited" }), "busybox", Busybox, ToolboxCatalog.StaticBusybox).Toolbox.Image);

    [Fact]
    public void A_copy_has_what_made_the_target_behave_as_it_did()
    {
        var facts = Facts(new State { Status = "exited" }, host =>
        {
            host.NetworkMode = "backend";
            host.ReadonlyRootfs = true;
            host.CapDrop = ["ALL"];
            host.Tmpfs = new Dictionary<string, string> { ["/tmp"] = "size=1m" };
            host.PortBindings = new Dictionary<string, IList<PortBinding>> { ["80/tcp"] = [new PortBinding { HostPort = "80" }] };
            host.RestartPolicy = new RestartPolicy { Name = RestartPolicyKind.Always };
        });
        facts.Container.Mounts =
        [
            new MountPoint { Type = "volume", Name = "data", Destination = "/data", RW = true },
            new MountPoint { Type = "bind", Source = "/etc/a,b", Destination = "/etc/web", RW = false },
        ];

        var plan = Plan(facts);

        Assert.Equal("65532", plan.User);
        Assert.Equal(
            "docker run --name debugdeck-tools --volume /.debugdeck busybox " + ShellText.Line(DebugScripts.InstallTools("/.debugdeck"))
            + " && docker run --rm -it --network backend --user 65532 --workdir /srv --read-only --cap-drop ALL --env MODE=x --env PATH=/app:/.debugdeck"
            + " --tmpfs /tmp:size=1m --mount type=volume,source=data,target=/data --mount 'type=bind,\"source=/etc/a,b\",target=/etc/web,readonly'"
            + " --volumes-from debugdeck-tools:ro --no-healthcheck --entrypoint /.debugdeck/sh web:1; docker rm -v debugdeck-tools",
            plan.EquivalentCommand);
        Assert.Contains(plan.Warnings, warning => warning.StartsWith("its volumes are the target's own", StringComparison.Ordinal));
    }

    [Fact]
    public void The_network_of_a_container_that_does_not_run_cannot_be_joined()
    {
        var facts = Facts(new State { Status = "exited" }, host => host.NetworkMode = "container:4567");

        Assert.DoesNotContain("--network", Plan(facts).EquivalentCommand, StringComparison.Ordinal);
        Assert.Contains("--network container:4567", Plan(facts with { NetworkOwnerRuns = true }).EquivalentCommand, StringComparison.Ordinal);
    }

    [Fact]
    public void An_engine_knows_no_profiles() =>
        Assert.Equal(ErrorKind.Usage, Assert.Throws<DebugDeckException>(() =>
            SessionPlanning.Decide(Web, new DebugRequest { Profile = "restricted" }, Running(), Catalog, Host(HostKind.Docker))).Kind);

    [Fact]
    public void The_command_is_podmans_on_podman() =>
        Assert.StartsWith("podman run ", SessionPlanning.Decide(Web, new DebugRequest(), Running(), Catalog, Host(HostKind.Podman)).EquivalentCommand, StringComparison.Ordinal);

    private static ToolboxCatalog Catalog { get; } = new(UserSettings.Default);

    private static HostInfo Host(HostKind kind) => new("docker", kind, "unix:///run/docker.sock", "the tests");

    private static DebugPlan Plan(TargetFacts facts, string toolbox = "busybox", params string[] present) =>
        SessionPlanning.Decide(Web, new DebugRequest { Toolbox = toolbox }, facts with { PresentImages = present.ToHashSet() }, Catalog, Host(HostKind.Docker));

    private static TargetFacts Running(Action<HostConfig>? change = null) =>
        Facts(new State { Status = "running", Running = true, Pid = 4711, StartedAt = "2026-11-23T02:00:00.123456789Z" }, change);

    private static TargetFacts Facts(State state, Action<HostConfig>? change = null)
    {
        var host = new HostConfig { NetworkMode = "default", IpcMode = "private" };
        change?.Invoke(host);
        return new TargetFacts(
            new ContainerInspectResponse
            {
                ID = "0123",
                Name = "/web",
                Image = "sha256:89ab",
                State = state,
                HostConfig = host,
                Config = new ContainerConfig { Image = "web:1", User = "65532", WorkingDir = "/srv", Env = ["PATH=/app", "MODE=x"] },
            },
            "web:1",
            NetworkOwnerRuns: false,
            new HashSet<string>(),
            Now);
    }
}
