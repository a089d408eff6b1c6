namespace DebugDeck.Practice.Processes;

/// <summary>Linux capabilities, each at its bit of <c>/proc/PID/status</c>.</summary>
[Flags]
internal enum Capabilities : ulong
{
    None = 0,
    Chown = 1UL << 0,
    DacOverride = 1UL << 1,
    DacReadSearch = 1UL << 2,
    FileOwner = 1UL << 3,
    FileSetId = 1UL << 4,
    Kill = 1UL << 5,
    SetGid = 1UL << 6,
    SetUid = 1UL << 7,
    SetCapabilities = 1UL << 8,
    NetBindService = 1UL << 10,
    NetAdmin = 1UL << 12,
    NetRaw = 1UL << 13,
    SysChroot = 1UL << 18,
    SysPtrace = 1UL << 19,
    SysAdmin = 1UL << 21,
    MakeNode = 1UL << 27,
    AuditWrite = 1UL << 29,
    SetFileCapabilities = 1UL << 31,

    /// <summary>What containerd gives a container that asks for nothing.</summary>
    Default = Chown | DacOverride | FileOwner | FileSetId | Kill | SetGid | SetUid | SetCapabilities | NetBindService | NetRaw
        | SysChroot | MakeNode | AuditWrite | SetFileCapabilities,

    /// <summary>What a privileged container has: all 41 of kernel 6.</summary>
    All = (1UL << 41) - 1,
}
