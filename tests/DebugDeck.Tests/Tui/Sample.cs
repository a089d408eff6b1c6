using DebugDeck.Core.Hosts;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;

namespace DebugDeck.Tests.Tui;

/// <summary>A small shop in trouble, for tests of screens.</summary>
internal static class Sample
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 3, 12, 0, TimeSpan.Zero);

    public static HostInfo Docker { get; } = new("docker", HostKind.Docker, "unix:///var/run/docker.sock", "default socket");

    public static HostInfo Podman { get; } = new("podman", HostKind.Podman, "unix:///run/user/1000/podman/podman.sock", "rootless socket");

    public static HostInfo Cluster { get; } = new("practice", HostKind.Kubernetes, "https://127.0.0.1:36451", "context 'practice' of ~/.kube/config");

    public static ShellFinding NoShell { get; } = new(ShellVerdict.No, null, ["nothing at /bin/sh, /bin/bash, /bin/ash, /busybox/sh", "/bin is not there at all"]);

    public static ShellFinding Shell { get; } = new(ShellVerdict.Yes, "/bin/sh", ["/bin/sh is an executable file (through a link to /bin/busybox)"]);

    public static IReadOnlyList<Target> Pods { get; } =
    [
        Pod("shop", "checkout-fdxxc8z28v-jcbvb", "app", "registry.shop.example/checkout:2.4.1") with { Owner = "ReplicaSet/checkout-fdxxc8z28v", User = "65532:65532", Shell = NoShell },
        Pod("shop", "crash-loop-8t48bj4kk9-wpcmk", "app", "registry.shop.example/crasher:1") with
        {
            State = ContainerState.Restarting,
            Health = ContainerHealth.None,
            Reason = "CrashLoopBackOff: exit 2, 5 restarts",
            ExitCode = 2,
            Restarts = 5,
            FinishedAt = Now.AddSeconds(-20),
        },
        Pod("shop", "multi", "log-shipper", "busybox:1.36") with { Role = ContainerRole.Sidecar },
        Pod("shop", "multi", "web", "registry.shop.example/web:12.0"),
        Pod("locked", "egress-locked-cspln2ccmf-9xx9s", "app", "gcr.io/distroless/static:nonroot") with { Shell = new ShellFinding(ShellVerdict.LikelyNo, null, ["the reference contains 'distroless'"]) },
    ];

    public static IReadOnlyList<Target> Targets { get; } =
    [
        Target("web", "gcr.io/distroless/static-debian12:nonroot") with { Health = ContainerHealth.Healthy, User = "65532:65532", Shell = NoShell },
        Target("api", "registry.example.com/shop/api@sha256:0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9") with
        {
            State = ContainerState.Restarting,
            Reason = "exit 1, 14 restarts, last 20 s ago",
            ExitCode = 1,
            Restarts = 14,
            User = "1000",
            Shell = NoShell,
        },
        Target("cache", "redis:7-alpine") with { Shell = Shell },
        Target("mail", "cgr.dev/chainguard/postfix:latest") with { Health = ContainerHealth.Unhealthy, Shell = new ShellFinding(ShellVerdict.LikelyNo, null, ["the reference contains 'chainguard'"]) },
        Target("migrate", "registry.example.com/shop/migrate:2.4") with { State = ContainerState.Exited, ExitCode = 0, FinishedAt = Now.AddMinutes(-30) },
        Target("worker", "registry.example.com/shop/worker:2.4-noble-chiseled") with { State = ContainerState.Exited, ExitCode = 137, Reason = "killed: out of memory", Restarts = 2, FinishedAt = Now.AddMinutes(-4) },
    ];

    public static Target Pod(string space, string pod, string container, string image) => Target(pod, image, "practice") with
    {
        Id = $"{pod}-uid/{container}",
        Address = new TargetAddress(AddressKind.Pod, pod, container),
        Container = container,
        Project = space,
        Node = "practice",
        Health = ContainerHealth.Healthy,
        Labels = new Dictionary<string, string> { ["app"] = pod },
    };

    public static Target Target(string name, string image, string host = "docker") => new()
    {
        Id = $"{name}-0123456789abcdef",
        Address = new TargetAddress(AddressKind.Docker, name),
        Host = host,
        Name = name,
        Image = image,
        ImageId = "sha256:5b0bcabd1ed22e9fb1310cf6c2dec7cdef19f0ad69efa1f392e94a4333501270",
        State = ContainerState.Running,
        CreatedAt = Now.AddDays(-2),
        StartedAt = Now.AddHours(-5),
        Project = "shop",
        Labels = new Dictionary<string, string> { ["com.docker.compose.project"] = "shop", ["com.docker.compose.service"] = name },
    };
}
