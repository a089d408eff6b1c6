using DebugDeck.Core.Targets.Details;
using k8s.Models;

namespace DebugDeck.Kubernetes.Details;

/// <summary>As whom a container runs and what it may do: what the runtime reports before what the container's and the pod's specifications say.</summary>
internal static class SecurityMapper
{
    public static SecurityFacts Map(V1PodSpec pod, PodContainer container)
    {
        var (own, shared, real) = (container.SecurityContext, pod.SecurityContext, container.Status?.User?.Linux);
        return new SecurityFacts
        {
            UserId = real?.Uid ?? own?.RunAsUser ?? shared?.RunAsUser,
            GroupId = real?.Gid ?? own?.RunAsGroup ?? shared?.RunAsGroup,
            IdentitySource = real is not null ? "status" : own?.RunAsUser is not null ? "container spec" : shared?.RunAsUser is not null ? "pod spec" : "",
            RunAsNonRoot = own?.RunAsNonRoot ?? shared?.RunAsNonRoot,
            Privileged = own?.Privileged == true,
            ReadOnlyRoot = own?.ReadOnlyRootFilesystem == true,
            AllowPrivilegeEscalation = own?.AllowPrivilegeEscalation,
            AddedCapabilities = Names(own?.Capabilities?.Add),
            DroppedCapabilities = Names(own?.Capabilities?.Drop),
            FsGroup = shared?.FsGroup,
            SupplementalGroups = [.. (real?.SupplementalGroups ?? shared?.SupplementalGroups ?? []).OfType<long>()],
        };
    }

    private static string[] Names(IList<string>? capabilities) =>
        [.. (capabilities ?? []).Select(name => name.StartsWith("CAP_", StringComparison.OrdinalIgnoreCase) ? name[4..].ToUpperInvariant() : name.ToUpperInvariant())];
}
