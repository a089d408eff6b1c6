using System.Collections.Frozen;

namespace DebugDeck.Core.Debugging.Planning;

/// <summary>The sets of Linux capabilities that matter to a plan; names without the <c>CAP_</c>.</summary>
public static class CapabilitySets
{
    /// <summary>What containerd (and Docker) give a container that asks for nothing.</summary>
    public static FrozenSet<string> Containerd { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "NET_RAW", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT");

    /// <summary>What CRI-O gives: fewer, above all no <c>NET_RAW</c> and no <c>SYS_CHROOT</c>.</summary>
    public static FrozenSet<string> CriO { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "NET_BIND_SERVICE", "SETGID", "SETPCAP", "SETUID");

    /// <summary>Every capability of a current kernel, which is what <c>privileged</c> gives.</summary>
    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "AUDIT_CONTROL", "AUDIT_READ", "AUDIT_WRITE", "BLOCK_SUSPEND", "BPF", "CHECKPOINT_RESTORE", "CHOWN", "DAC_OVERRIDE", "DAC_READ_SEARCH", "FOWNER", "FSETID",
        "IPC_LOCK", "IPC_OWNER", "KILL", "LEASE", "LINUX_IMMUTABLE", "MAC_ADMIN", "MAC_OVERRIDE", "MKNOD", "NET_ADMIN", "NET_BIND_SERVICE", "NET_BROADCAST", "NET_RAW",
        "PERFMON", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYSLOG", "SYS_ADMIN", "SYS_BOOT", "SYS_CHROOT", "SYS_MODULE", "SYS_NICE", "SYS_PACCT", "SYS_PTRACE",
        "SYS_RAWIO", "SYS_RESOURCE", "SYS_TIME", "SYS_TTY_CONFIG", "WAKE_ALARM");

    public static FrozenSet<string> None { get; } = FrozenSet<string>.Empty;

    /// <summary>The default set of the runtime that a container id names (<c>containerd://…</c>, <c>cri-o://…</c>).</summary>
    public static FrozenSet<string> OfRuntime(string? containerId) =>
        containerId?.StartsWith("cri-o://", StringComparison.Ordinal) == true ? CriO : Containerd;
}
