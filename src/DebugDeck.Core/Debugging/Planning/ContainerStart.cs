namespace DebugDeck.Core.Debugging.Planning;

/// <summary>As whom a container's first process would run, or why the kubelet would refuse to start it.</summary>
/// <param name="Rights">What its first process would have.</param>
/// <param name="Refusal">The kubelet's sentence (<c>CreateContainerConfigError</c>); null if it starts.</param>
public sealed record ContainerStart(ProcessRights Rights, string? Refusal)
{
    /// <param name="security">The container's own security context.</param>
    /// <param name="pod">What it inherits.</param>
    /// <param name="imageUser">The user and group its image names; null where that is not known.</param>
    /// <param name="runtimeDefaults">The capabilities of a container that asks for none.</param>
    public static ContainerStart Predict(DebugSecurity? security, PodSecurityDefaults pod, TargetIdentity? imageUser, IReadOnlySet<string> runtimeDefaults)
    {
        var asked = security?.RunAsUser ?? pod.RunAsUser;
        var user = asked ?? imageUser?.UserId;
        var rights = new ProcessRights
        {
            UserId = user,
            GroupId = security?.RunAsGroup ?? pod.RunAsGroup ?? ImageGroup(asked, imageUser),
            Groups = pod.Groups,
            Capabilities = user == 0 ? Bounding(security, runtimeDefaults) : CapabilitySets.None,
        };
        var nonRootOnly = security?.RunAsNonRoot ?? pod.RunAsNonRoot ?? false;
        return new ContainerStart(rights, nonRootOnly && user == 0 ? asked is null ? RootImage : RootAsked : null);
    }

    // Both sentences are the kubelet's own (recordings, debug-access-matrix.md).
    private const string RootImage = "container has runAsNonRoot and image will run as root";
    private const string RootAsked = "container's runAsUser breaks non-root policy";

    // A user that the image's passwd file does not know gets group 0; toolboxes know only system users.
    private static long? ImageGroup(long? asked, TargetIdentity? imageUser) =>
        asked is null || asked == imageUser?.UserId ? imageUser?.GroupId : 0;

    private static HashSet<string> Bounding(DebugSecurity? security, IReadOnlySet<string> runtimeDefaults)
    {
        if (security?.Privileged == true)
        {
            return [.. CapabilitySets.All];
        }

        var dropped = security?.DroppedCapabilities ?? [];
        HashSet<string> capabilities = dropped.Contains("ALL", StringComparer.OrdinalIgnoreCase) ? [] : [.. runtimeDefaults];
        capabilities.ExceptWith(dropped.Select(Plain));
        foreach (var added in security?.AddedCapabilities ?? [])
        {
            if (added.Equals("ALL", StringComparison.OrdinalIgnoreCase))
            {
                capabilities.UnionWith(CapabilitySets.All);
            }
            else
            {
                capabilities.Add(Plain(added));
            }
        }

        return capabilities;
    }

    // Runtimes take CAP_NET_RAW, NET_RAW and net_raw for the same.
    private static string Plain(string name)
    {
        var upper = name.ToUpperInvariant();
        return upper.StartsWith("CAP_", StringComparison.Ordinal) ? upper[4..] : upper;
    }
}
