namespace DebugDeck.Core.Debugging.Planning;

/// <summary>The security contexts that kubectl's profiles stand for (field-notes 3.4).</summary>
public static class DebugProfiles
{
    public const string Auto = "auto";
    public const string General = "general";
    public const string Baseline = "baseline";
    public const string RestrictedName = "restricted";
    public const string NetAdmin = "netadmin";
    public const string SysAdmin = "sysadmin";

    /// <summary>Not one of kubectl's: user 0 with what the runtime gives, whatever the pod or the toolbox' image say.</summary>
    public const string Root = "root";

    /// <summary>What kubectl sets for a profile; null for nothing at all.</summary>
    public static DebugSecurity? Named(string profile) => profile switch
    {
        Baseline => null,
        General => new DebugSecurity { AddedCapabilities = ["SYS_PTRACE"] },
        NetAdmin => new DebugSecurity { AddedCapabilities = ["NET_ADMIN", "NET_RAW"] },
        SysAdmin => new DebugSecurity { Privileged = true },
        RestrictedName => Restricted(null, null),
        Root => new DebugSecurity { RunAsUser = 0, RunAsGroup = 0, RunAsNonRoot = false },
        _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "not a profile"),
    };

    /// <summary>kubectl's <c>restricted</c>, with the ids without which it would see nothing or not even start.</summary>
    public static DebugSecurity Restricted(long? user, long? group) => new()
    {
        RunAsUser = user,
        RunAsGroup = group,
        RunAsNonRoot = true,
        AllowPrivilegeEscalation = false,
        DroppedCapabilities = ["ALL"],
        SeccompProfile = "RuntimeDefault",
    };

    /// <summary>The same as user 0, for pods that make their containers run as another: only root gets the capabilities that are added.</summary>
    public static DebugSecurity AsRoot(DebugSecurity security) => security with { RunAsUser = 0, RunAsGroup = 0, RunAsNonRoot = false };
}
