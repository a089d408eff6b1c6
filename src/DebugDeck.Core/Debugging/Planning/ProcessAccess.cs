namespace DebugDeck.Core.Debugging.Planning;

/// <summary>
/// What one process may do to another of the same process and user namespace: the kernel's <c>__ptrace_may_access</c> with
/// <c>PTRACE_MODE_READ_FSCREDS</c>, the owners of the files in <c>/proc/PID</c>, and the rules of signals (field-notes 3.7; every cell of
/// debug-access-matrix.md is a test of this type). Null is "the ids are not known".
/// </summary>
/// <param name="debugger">Who looks.</param>
/// <param name="target">Who is looked at.</param>
public sealed class ProcessAccess(ProcessRights debugger, ProcessRights target)
{
    private const string Ptrace = "SYS_PTRACE";

    /// <summary>Follow <c>/proc/PID/root</c>, <c>exe</c>, <c>cwd</c>; read <c>maps</c>.</summary>
    public bool? MayLook => debugger.Has(Ptrace) ? true
        : target.Dumpable == false ? false
        : SameIds is true ? CoversCapabilities
        : SameIds;

    /// <summary>Read its environment: a file in <c>/proc/PID</c> with mode 0400, so its owner counts as well.</summary>
    public bool? MayReadEnvironment => Both(MayLook, MayReadOwn);

    /// <summary>Read where its descriptors lead: a folder with mode 0500.</summary>
    public bool? MayReadDescriptors => Both(MayLook, MayReadOwn);

    /// <summary>Send it a signal.</summary>
    public bool? MaySignal => debugger.Has("KILL") ? true : Same(debugger.UserId, target.UserId);

    /// <summary><c>chroot /proc/PID/root</c>.</summary>
    public bool? MayChangeRoot => Both(MayLook, debugger.Has("SYS_CHROOT"));

    /// <summary><c>nsenter -m -t PID</c>.</summary>
    public bool? MayEnterMounts => Both(MayLook, debugger.Has("SYS_ADMIN") && debugger.Has("SYS_CHROOT"));

    /// <summary>Open raw sockets in the network they share.</summary>
    public bool MayCapture => debugger.Has("NET_RAW");

    /// <summary>Read any file of the target, whoever owns it.</summary>
    public bool ReadsAllFiles => debugger.Has("DAC_OVERRIDE") || debugger.Has("DAC_READ_SEARCH");

    /// <summary>Reach into one of the target's files or folders with an owner, a group and a mode.</summary>
    /// <param name="owner">The file's user id.</param>
    /// <param name="group">Its group id.</param>
    /// <param name="mode">Its permission bits.</param>
    /// <param name="wanted">4 to read, 2 to write, 1 to enter or start; added up.</param>
    public bool? MayReach(long owner, long group, int mode, int wanted) => Both(MayLook, Allows(owner, group, mode, wanted));

    private bool? SameIds => Both(Same(debugger.UserId, target.UserId), Same(debugger.GroupId, target.GroupId));

    private bool CoversCapabilities => target.Capabilities.All(debugger.Capabilities.Contains);

    // The kernel gives the files of a process that is not dumpable to root.
    private bool? MayReadOwn => target.Dumpable == false ? Allows(0, 0, 0b100_000_000, 4)
        : target.UserId is { } owner && target.GroupId is { } group ? Allows(owner, group, 0b100_000_000, 4)
        : ReadsAllFiles ? true : null;

    private bool? Allows(long owner, long group, int mode, int wanted)
    {
        if (debugger.Has("DAC_OVERRIDE") || (wanted == 4 && debugger.Has("DAC_READ_SEARCH")))
        {
            return true;
        }

        if (debugger.UserId is not { } user)
        {
            return null;
        }

        var bits = user == owner ? mode >> 6
            : debugger.GroupId == group || debugger.Groups.Contains(group) ? mode >> 3
            : mode;
        return (bits & wanted) == wanted;
    }

    private static bool? Same(long? one, long? other) => one is null || other is null ? null : one == other;

    private static bool? Both(bool? one, bool? other) => one == false || other == false ? false : one is null || other is null ? null : true;
}
