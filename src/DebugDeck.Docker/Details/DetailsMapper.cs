using System.Globalization;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Details;

/// <summary>From an inspected container and its image to <see cref="TargetDetails"/>.</summary>
internal static class DetailsMapper
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    public static TargetDetails Map(Target target, ContainerInspectResponse container, ImageFacts? image)
    {
        var config = container.Config ?? new ContainerConfig();
        var host = container.HostConfig ?? new HostConfig();
        return new TargetDetails
        {
            Target = target,
            Command = [.. new[] { container.Path }.Where(path => path is { Length: > 0 }), .. container.Args ?? []],
            WorkingDirectory = config.WorkingDir is { Length: > 0 } folder ? folder : null,
            Environment = [.. (config.Env ?? []).Select(line => Variable(line, image))],
            Image = image,
            Security = SecurityMapper.Map(config, host, image),
            Network = Network(container, host),
            Mounts = [.. (container.Mounts ?? []).Select(Mount), .. (host.Tmpfs ?? new Dictionary<string, string>()).Keys.Select(path => new MountFact(path, "tmpfs", ReadOnly: false))],
            Probes = HealthcheckOf(config.Healthcheck) is { } probe ? [probe] : [],
            Resources = Resources(host),
            Ports = [.. (config.ExposedPorts ?? new Dictionary<string, EmptyStruct>()).Keys.Select(Port).OfType<int>().Order()],
            LastEnd = End(target, container.State ?? new State()),
            SharesProcesses = host.PidMode is { Length: > 0 } mode && mode != "private",
        };
    }

    private static EnvironmentVariable Variable(string line, ImageFacts? image)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        return new EnvironmentVariable(
            equals < 0 ? line : line[..equals],
            equals < 0 ? "" : line[(equals + 1)..],
            image?.Environment.Contains(line) == true ? "image" : "spec");
    }

    private static NetworkFacts Network(ContainerInspectResponse container, HostConfig host) => new()
    {
        UsesHostNetwork = host.NetworkMode == "host",
        Nameservers = [.. host.DNS ?? []],
        Searches = [.. host.DNSSearch ?? []],
        DnsOptions = [.. host.DNSOptions ?? []],
        HostAliases = [.. (host.ExtraHosts ?? []).Select(Alias).OfType<HostAlias>()],
        Addresses = [.. (container.NetworkSettings?.Networks ?? new Dictionary<string, EndpointSettings>()).Values.Select(network => network.IPAddress).Where(address => address is { Length: > 0 })],
    };

    // Written `name:address`, and an IPv6 address has colons of its own.
    private static HostAlias? Alias(string line) =>
        line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? new HostAlias(line[(colon + 1)..], [line[..colon]]) : null;

    private static MountFact Mount(MountPoint mount) => new(
        mount.Destination,
        mount.Type switch
        {
            "volume" => $"volume {mount.Name}",
            "bind" => $"bind {mount.Source}",
            var other => other ?? "",
        },
        ReadOnly: !mount.RW);

    private static ProbeFact? HealthcheckOf(HealthcheckConfig? check) => check?.Test is [not "NONE", ..] test
        ? new ProbeFact("healthcheck", test[0] == "CMD-SHELL" ? $"sh -c {string.Join(' ', test.Skip(1))}" : $"exec {string.Join(' ', test.Skip(1))}", Timing(check))
        : null;

    // 0 and null stand for the engine's defaults.
    private static string Timing(HealthcheckConfig check) => string.Create(
        CultureInfo.InvariantCulture,
        $"every {Seconds(check.Interval, 30)} s, timeout {Seconds(check.Timeout, 30)} s, {(check.Retries is > 0 and var retries ? retries : 3)} failures");

    private static double Seconds(TimeSpan? span, double standard) => span is { Ticks: > 0 } given ? given.TotalSeconds : standard;

    private static Dictionary<string, string> Resources(HostConfig host)
    {
        var resources = new Dictionary<string, string>();
        if (host.Memory > 0)
        {
            resources["limits.memory"] = host.Memory.ToString(CultureInfo.InvariantCulture);
        }

        if (host.NanoCPUs > 0)
        {
            resources["limits.cpu"] = ((double)host.NanoCPUs / NanosecondsPerSecond).ToString("0.###", CultureInfo.InvariantCulture);
        }

        return resources;
    }

    private static int? Port(string port) =>
        int.TryParse(port.Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static EndFact? End(Target target, State state) => target.ExitCode is { } code
        ? new EndFact(code, state.OOMKilled ? "OOMKilled" : null, state.Error is { Length: > 0 } error ? error : null, target.FinishedAt)
        : null;
}
