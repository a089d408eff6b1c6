using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;
using DebugDeck.Kubernetes.Pods;
using k8s.Models;

namespace DebugDeck.Kubernetes.Details;

/// <summary>From a pod to <see cref="TargetDetails"/> of one of its containers.</summary>
internal static class DetailsMapper
{
    public static TargetDetails Map(Target target, PodKey key, V1Pod pod)
    {
        var container = PodContainer.Find(pod, key.Container);
        var last = container.Status?.State?.Terminated ?? container.Status?.LastState?.Terminated;
        return new TargetDetails
        {
            Target = target,
            Command = container.Command is { Count: > 0 } command ? [.. command, .. container.Args ?? []] : [],
            WorkingDirectory = container.WorkingDir is { Length: > 0 } folder ? folder : null,
            Environment = EnvironmentMapper.Map(container),
            Security = SecurityMapper.Map(pod.Spec, container),
            Network = Network(pod),
            Mounts = [.. (container.VolumeMounts ?? []).Select(mount => MountMapper.Map(mount, pod.Spec.Volumes ?? []))],
            Probes = ProbeMapper.Map(container),
            Resources = Resources(container.Resources),
            Ports = [.. (container.Ports ?? []).Select(port => port.ContainerPort).Distinct().Order()],
            Conditions = [.. (pod.Status?.Conditions ?? []).Select(condition => new ConditionFact(condition.Type, condition.Status, condition.Reason, condition.Message))],
            LastEnd = last is null ? null : new EndFact(last.ExitCode, last.Reason, last.Message, At(last.FinishedAt)),
            SharesProcesses = pod.Spec.ShareProcessNamespace == true || pod.Spec.HostPID == true,
            Missing = container is { Command: not { Count: > 0 }, Args: { Count: > 0 } arguments }
                ? [$"which program is started is in the image alone; its arguments are: {string.Join(' ', arguments)}"]
                : [],
        };
    }

    /// <summary>A moment of the API's, which are all UTC.</summary>
    public static DateTimeOffset? At(DateTime? time) => time is { } known ? new DateTimeOffset(DateTime.SpecifyKind(known, DateTimeKind.Utc)) : null;

    private static NetworkFacts Network(V1Pod pod)
    {
        var dns = pod.Spec.DnsConfig;
        return new NetworkFacts
        {
            UsesHostNetwork = pod.Spec.HostNetwork == true,
            DnsPolicy = pod.Spec.DnsPolicy,
            Nameservers = [.. dns?.Nameservers ?? []],
            Searches = [.. dns?.Searches ?? []],
            DnsOptions = [.. (dns?.Options ?? []).Select(option => option.Value is { Length: > 0 } value ? $"{option.Name}:{value}" : option.Name)],
            HostAliases = [.. (pod.Spec.HostAliases ?? []).Select(alias => new HostAlias(alias.Ip, [.. alias.Hostnames ?? []]))],
            Addresses = [.. (pod.Status?.PodIPs ?? []).Select(address => address.Ip)],
        };
    }

    private static Dictionary<string, string> Resources(V1ResourceRequirements? resources)
    {
        var facts = new Dictionary<string, string>();
        foreach (var (name, quantity) in resources?.Limits ?? new Dictionary<string, ResourceQuantity>())
        {
            facts[$"limits.{name}"] = quantity.ToString();
        }

        foreach (var (name, quantity) in resources?.Requests ?? new Dictionary<string, ResourceQuantity>())
        {
            facts[$"requests.{name}"] = quantity.ToString();
        }

        return facts;
    }
}
