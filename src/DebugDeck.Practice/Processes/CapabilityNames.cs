using System.Collections.Frozen;

namespace DebugDeck.Practice.Processes;

/// <summary>The kernel's names for capabilities, in the order of their bits.</summary>
internal static class CapabilityNames
{
    private static readonly string[] InOrder =
    [
        "CHOWN", "DAC_OVERRIDE", "DAC_READ_SEARCH", "FOWNER", "FSETID", "KILL", "SETGID", "SETUID", "SETPCAP", "LINUX_IMMUTABLE",
        "NET_BIND_SERVICE", "NET_BROADCAST", "NET_ADMIN", "NET_RAW", "IPC_LOCK", "IPC_OWNER", "SYS_MODULE", "SYS_RAWIO", "SYS_CHROOT",
        "SYS_PTRACE", "SYS_PACCT", "SYS_ADMIN", "SYS_BOOT", "SYS_NICE", "SYS_RESOURCE", "SYS_TIME", "SYS_TTY_CONFIG", "MKNOD", "LEASE",
        "AUDIT_WRITE", "AUDIT_CONTROL", "SETFCAP", "MAC_OVERRIDE", "MAC_ADMIN", "SYSLOG", "WAKE_ALARM", "BLOCK_SUSPEND", "AUDIT_READ",
        "PERFMON", "BPF", "CHECKPOINT_RESTORE",
    ];

    private static readonly FrozenDictionary<string, Capabilities> ByName =
        InOrder.Select((name, bit) => (name, bit)).ToFrozenDictionary(entry => entry.name, entry => (Capabilities)(1UL << entry.bit));

    /// <summary>The capabilities of a list such as <c>[NET_ADMIN, CAP_NET_RAW]</c>; <c>ALL</c> means every one.</summary>
    public static Capabilities Parse(IEnumerable<string> names)
    {
        var result = Capabilities.None;
        foreach (var name in names)
        {
            var plain = name.StartsWith("CAP_", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
            result |= plain.Equals("ALL", StringComparison.OrdinalIgnoreCase)
                ? Capabilities.All
                : ByName.GetValueOrDefault(plain.ToUpperInvariant());
        }

        return result;
    }
}
