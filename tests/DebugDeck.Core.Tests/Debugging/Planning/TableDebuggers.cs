using DebugDeck.Core.Debugging.Planning;

namespace DebugDeck.Core.Tests.Debugging.Planning;

/// <summary>The twelve ways of the table as they were asked for.</summary>
internal static class TableDebuggers
{
    private static readonly DebugSecurity Restricted = DebugProfiles.Restricted(null, null);

    public static DebugSecurity? Security(string name) => name switch
    {
        """root, kubectl "general" (add SYS_PTRACE)""" => DebugProfiles.Named("general"),
        """root, no securityContext ("legacy"/"baseline")""" => DebugProfiles.Named("baseline"),
        """root, "netadmin" (add NET_ADMIN,NET_RAW)""" => DebugProfiles.Named("netadmin"),
        """root, "sysadmin" (privileged)""" => DebugProfiles.Named("sysadmin"),
        "root, drop ALL" => new DebugSecurity { DroppedCapabilities = ["ALL"] },
        "root, drop ALL add SYS_PTRACE" => new DebugSecurity { DroppedCapabilities = ["ALL"], AddedCapabilities = ["SYS_PTRACE"] },
        "\"restricted\" as is (runAsNonRoot, no runAsUser)" => Restricted,
        "restricted + runAsUser 65532 (gid not set)" => Restricted with { RunAsUser = 65532 },
        "restricted + runAsUser 65532 runAsGroup 65532" => DebugProfiles.Restricted(65532, 65532),
        "runAsUser 65532 runAsGroup 65532, default caps" => new DebugSecurity { RunAsUser = 65532, RunAsGroup = 65532 },
        "runAsUser 1000 runAsGroup 1000 restricted" => DebugProfiles.Restricted(1000, 1000),
        "runAsUser 65532:65532 + add SYS_PTRACE" => new DebugSecurity { RunAsUser = 65532, RunAsGroup = 65532, AddedCapabilities = ["SYS_PTRACE"] },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "not a row of the table"),
    };
}
