using System.Text.Json.Nodes;
using DebugDeck.Practice.Api.Tables;

namespace DebugDeck.Practice.Admission;

/// <summary>The checks of the baseline level: no known way out of the container.</summary>
internal static class BaselineChecks
{
    private static readonly string[] DefaultCapabilities =
    [
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
    ];

    private static readonly string[] SafeSysctls =
    [
        "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_local_reserved_ports", "net.ipv4.ip_unprivileged_port_start",
        "net.ipv4.ping_group_range", "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes",
        "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_rmem", "net.ipv4.tcp_syncookies", "net.ipv4.tcp_wmem",
    ];

    private static readonly string[] SharedNamespaces = ["hostNetwork", "hostPID", "hostIPC"];

    private static readonly string[] SafeSeLinuxTypes = ["", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"];

    public static IReadOnlyList<PodSecurityCheck> All { get; } =
    [
        new("appArmorProfile", AppArmor),
        new("capabilities_baseline", pod => Capabilities(pod, DefaultCapabilities) is { } found ? $"non-default capabilities ({found})" : null),
        new("hostNamespaces", HostNamespaces),
        new("hostPathVolumes", HostPaths),
        new("hostPorts", HostPorts),
        new("privileged", pod => Containers(pod, "privileged", context => PodUnderReview.IsTrue(context?["privileged"]), "must not set securityContext.privileged=true")),
        new("procMount", pod => Containers(
            pod, "procMount", context => Cells.Text(context?["procMount"], "Default") != "Default", "must not set securityContext.procMount to \"Unmasked\"")),
        new("seLinuxOptions", SeLinux),
        new("seccompProfile_baseline", pod => Unconfined(pod, "seccompProfile") is { } found
            ? $"seccompProfile ({found} must not set securityContext.seccompProfile.type to \"Unconfined\")" : null),
        new("sysctls", Sysctls),
        new("windowsHostProcess", WindowsHostProcess),
    ];

    /// <summary>Containers that add capabilities beyond a list.</summary>
    public static string? Capabilities(PodUnderReview pod, string[] allowed)
    {
        string[] Added(JsonNode? context) => context?["capabilities"]?["add"] is JsonArray add
            ? [.. add.Select(name => Cells.Text(name, "")).Where(name => !allowed.Contains(name))] : [];
        var who = pod.Name(context => Added(context).Length > 0);
        var what = pod.Containers.SelectMany(container => Added(container["securityContext"])).Distinct().Order(StringComparer.Ordinal);
        return who is null ? null : $"{who} must not include {PodUnderReview.Quote(what)} in securityContext.capabilities.add";
    }

    /// <summary>Who turns a profile off: the pod, its containers, or both.</summary>
    public static string? Unconfined(PodUnderReview pod, string profile)
    {
        bool Off(JsonNode? context) => Cells.Text(Cells.At(context, profile, "type"), "") == "Unconfined";
        return PodAndContainers(Off(pod.SecurityContext), pod.Name(Off));
    }

    public static string? PodAndContainers(bool pod, string? containers) => (pod, containers) switch
    {
        (true, null) => "pod",
        (true, _) => $"pod and {containers}",
        _ => containers,
    };

    private static string? Containers(PodUnderReview pod, string reason, Func<JsonNode?, bool> broken, string rule)
    {
        return pod.Name(broken) is { } who ? $"{reason} ({who} {rule})" : null;
    }

    private static string? AppArmor(PodUnderReview pod)
    {
        return Unconfined(pod, "appArmorProfile") is { } who
            ? $"forbidden AppArmor profile ({who} must not set AppArmor profile type to \"Unconfined\")" : null;
    }

    private static string? HostNamespaces(PodUnderReview pod)
    {
        var shared = SharedNamespaces.Where(name => PodUnderReview.IsTrue(pod.Spec[name])).Select(name => $"{name}=true").ToList();
        return shared.Count == 0 ? null : $"host namespaces ({string.Join(", ", shared)})";
    }

    private static string? HostPaths(PodUnderReview pod)
    {
        return PodUnderReview.Name("volume", pod.Volumes.Where(volume => volume.ContainsKey("hostPath"))) is { } which ? $"hostPath volumes ({which})" : null;
    }

    private static string? HostPorts(PodUnderReview pod)
    {
        static IEnumerable<int> Ports(JsonObject container) => Cells.Items(container["ports"]).Select(port => Cells.Int(port["hostPort"])).Where(port => port > 0);
        var users = pod.Containers.Where(container => Ports(container).Any()).ToList();
        var ports = users.SelectMany(Ports).Distinct().Order().ToList();
        return PodUnderReview.Name("container", users) is { } who
            ? $"hostPort ({who} {(users.Count == 1 ? "uses" : "use")} hostPort{(ports.Count == 1 ? "" : "s")} {string.Join(", ", ports)})" : null;
    }

    private static string? SeLinux(PodUnderReview pod)
    {
        static bool Bad(JsonNode? context) => context?["seLinuxOptions"] is JsonObject options
            && (!SafeSeLinuxTypes.Contains(Cells.Text(options["type"], "")) || options["user"] is not null || options["role"] is not null);
        return PodAndContainers(Bad(pod.SecurityContext), pod.Name(Bad)) is { } who ? $"seLinuxOptions ({who} set forbidden securityContext.seLinuxOptions)" : null;
    }

    private static string? Sysctls(PodUnderReview pod)
    {
        var unsafeNames = Cells.Items(pod.SecurityContext?["sysctls"]).Select(item => Cells.Text(item["name"], "")).Where(name => !SafeSysctls.Contains(name)).ToList();
        return unsafeNames.Count == 0 ? null : $"forbidden sysctls ({string.Join(", ", unsafeNames)})";
    }

    private static string? WindowsHostProcess(PodUnderReview pod)
    {
        static bool Bad(JsonNode? context) => PodUnderReview.IsTrue(Cells.At(context, "windowsOptions", "hostProcess"));
        return PodAndContainers(Bad(pod.SecurityContext), pod.Name(Bad)) is { } who
            ? $"hostProcess ({who} must not set securityContext.windowsOptions.hostProcess=true)" : null;
    }
}
