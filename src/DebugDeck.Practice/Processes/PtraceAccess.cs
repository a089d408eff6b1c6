namespace DebugDeck.Practice.Processes;

/// <summary>
/// Who may look into another process: the kernel's <c>__ptrace_may_access</c> with <c>PTRACE_MODE_READ_FSCREDS</c>, which guards
/// <c>/proc/PID/root</c>, <c>exe</c>, <c>environ</c>, <c>maps</c> and the links of <c>fd</c>.
/// </summary>
internal static class PtraceAccess
{
    public static bool MayRead(Process caller, Process target) =>
        ReferenceEquals(caller, target) || MayRead(caller.Credentials, target.Credentials, target.IsDumpable);

    /// <summary>
    /// Same user and group, a target that may be dumped, and no capability in the target that the caller lacks;
    /// effective SYS_PTRACE stands in for each of the three.
    /// </summary>
    public static bool MayRead(Credentials caller, Credentials target, bool targetIsDumpable) =>
        caller.Has(Capabilities.SysPtrace)
        || (caller.Uid == target.Uid && caller.Gid == target.Gid && targetIsDumpable && (target.Permitted & ~caller.Effective) == 0);

    /// <summary>Signals ask for the same user, whatever the group, or for KILL.</summary>
    public static bool MaySignal(Credentials caller, Credentials target) => caller.Uid == target.Uid || caller.Has(Capabilities.Kill);
}
