namespace DebugDeck.Practice.Processes;

/// <summary>Who may change what a process' world is made of.</summary>
internal static class EnterRules
{
    /// <summary><c>chroot</c> asks for SYS_CHROOT; whether the new root can be opened is another question.</summary>
    public static bool MayChangeRoot(Credentials caller) => caller.Has(Capabilities.SysChroot);

    /// <summary>Entering a mount namespace asks for SYS_ADMIN and SYS_CHROOT, and for the right to open the link in <c>/proc/PID/ns</c>.</summary>
    public static bool MayEnterMounts(Process caller, Process target) =>
        caller.Credentials.Has(Capabilities.SysAdmin | Capabilities.SysChroot) && PtraceAccess.MayRead(caller, target);
}
