using DebugDeck.Core.Hosts;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands;

/// <summary>A small shop's containers, one of each kind that matters.</summary>
internal static class Samples
{
    public static Target Api { get; } = new()
    {
        Id = "4f1c2d3e5a6b7c8d9e0f11223344556677889900aabbccddeeff001122334455",
        Address = new TargetAddress(AddressKind.Docker, "shop-api"),
        Host = "docker",
        Name = "shop-api",
        Image = "registry.example.com/shop/api-distroless:1.4.2",
        ImageId = "sha256:9b1d6f0c2e3a4b5c6d7e8f90112233445566778899aabbccddeeff0011223344",
        State = ContainerState.Running,
        Health = ContainerHealth.Unhealthy,
        CreatedAt = CommandBench.Now - TimeSpan.FromHours(30),
        StartedAt = CommandBench.Now - TimeSpan.FromHours(29),
        User = "65532:65532",
        Project = "shop",
        Labels = new Dictionary<string, string> { ["app"] = "api", ["tier"] = "front" },
        Shell = new ShellFinding(ShellVerdict.No, null, ["looked at /bin, /usr/bin and /busybox: no shell"]),
    };

    public static Target Worker { get; } = new()
    {
        Id = "a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90",
        Address = new TargetAddress(AddressKind.Docker, "shop-worker"),
        Host = "docker",
        Name = "shop-worker",
        Image = "alpine:3.22",
        ImageId = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        State = ContainerState.Exited,
        Reason = "exit 137, out of memory",
        ExitCode = 137,
        Restarts = 14,
        CreatedAt = CommandBench.Now - TimeSpan.FromMinutes(47),
        StartedAt = CommandBench.Now - TimeSpan.FromMinutes(5),
        FinishedAt = CommandBench.Now - TimeSpan.FromMinutes(4),
        Project = "shop",
        Labels = new Dictionary<string, string> { ["app"] = "worker" },
        Shell = new ShellFinding(ShellVerdict.Yes, "/bin/sh", ["/bin/sh is a link to /bin/busybox, which is executable"]),
    };

    public static Target Helper { get; } = new()
    {
        Id = "ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100",
        Address = new TargetAddress(AddressKind.Docker, "debugdeck-shop-api"),
        Host = "docker",
        Name = "debugdeck-shop-api",
        Image = "busybox:latest",
        State = ContainerState.Running,
        CreatedAt = CommandBench.Now - TimeSpan.FromMinutes(3),
        StartedAt = CommandBench.Now - TimeSpan.FromMinutes(3),
        IsDebugContainer = true,
    };

    public static FakeHost Docker(params Target[] targets)
    {
        var host = new FakeHost();
        host.Targets.AddRange(targets);
        return host;
    }

    public static FakeHost Shop() => Docker(Worker, Api, Helper);

    public static FakeHost Down(string name = "docker", HostKind kind = HostKind.Docker) =>
        new(name, kind) { Status = new HostStatus(HostState.Unreachable, $"nothing listens at unix:///run/{name}.sock") };

    /// <summary>A cluster with one pod.</summary>
    public static FakeHost Cluster() => new("prod", HostKind.Kubernetes)
    {
        Targets =
        {
            new Target
            {
                Id = "812bc114/app",
                Address = new TargetAddress(AddressKind.Pod, "web-0", "app"),
                Host = "prod",
                Name = "web-0",
                Container = "app",
                Project = "shop",
                Image = "registry.example.com/shop/web-distroless:1.4.2",
                State = ContainerState.Running,
                User = "65532:65532",
            },
        },
    };
}
