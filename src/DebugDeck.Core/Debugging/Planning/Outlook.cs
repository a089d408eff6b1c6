namespace DebugDeck.Core.Debugging.Planning;

/// <summary>What a debug container would see of a target, and why.</summary>
/// <param name="Sees">What it would see.</param>
/// <param name="Notes">Why, and within which limits; one sentence each.</param>
public sealed record Outlook(Visibility Sees, IReadOnlyList<string> Notes)
{
    /// <param name="start">As whom the debug container runs.</param>
    /// <param name="target">As whom the target runs.</param>
    /// <param name="security">What was asked for the debug container.</param>
    public static Outlook For(ContainerStart start, ProcessRights target, DebugSecurity? security)
    {
        if (start.Refusal is { } refusal)
        {
            return new Outlook(Visibility.Nothing, [$"it would never start: {refusal}"]);
        }

        var access = new ProcessAccess(start.Rights, target);
        return new Outlook(
            new Visibility(access.MayLook, access.MayReadEnvironment, Processes: true, access.MayCapture),
            [.. Remarks(start.Rights, target, access, security)]);
    }

    private static IEnumerable<string> Remarks(ProcessRights debugger, ProcessRights target, ProcessAccess access, DebugSecurity? security)
    {
        if (debugger.UserId is { } user and not 0 && security is not null && (security.AddedCapabilities.Count > 0 || security.Privileged == true))
        {
            yield return $"the pod makes it run as user {user}, and only root gets the capabilities that are added: they have no effect";
        }

        if (access.MayLook != true)
        {
            yield return WhyNot(debugger, target);
        }
        else if (!access.ReadsAllFiles)
        {
            yield return debugger.UserId == target.UserId && debugger.UserId is not 0
                ? "it reads the files that the target itself may read"
                : "it reads only files that their owners let everybody read: it has no DAC_OVERRIDE";
        }
    }

    private static string WhyNot(ProcessRights debugger, ProcessRights target)
    {
        var (one, other) = ($"{Word(debugger.UserId)}:{Word(debugger.GroupId)}", $"{Word(target.UserId)}:{Word(target.GroupId)}");
        return target switch
        {
            { UserId: null } or { GroupId: null } => $"as {one} without SYS_PTRACE it sees the target's files only if the target runs as the same user and group, and as whom it runs is not known",
            _ when debugger.UserId == target.UserId && debugger.GroupId != target.GroupId =>
                $"it runs as {one} and the target as {other}: the group must be the same as well, or it needs SYS_PTRACE",
            _ when debugger.UserId != target.UserId => $"it runs as {one} and the target as {other}: only the same user and group, or SYS_PTRACE, may look at its files",
            { Dumpable: false } => "the target hides its memory (it is not dumpable): only SYS_PTRACE may look at its files",
            _ => $"the target has capabilities that it has not: {string.Join(", ", target.Capabilities.Except(debugger.Capabilities).Order(StringComparer.Ordinal))}",
        };
    }

    private static string Word(long? id) => id?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?";
}
