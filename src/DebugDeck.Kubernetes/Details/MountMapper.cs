using DebugDeck.Core.Targets.Details;
using k8s.Models;

namespace DebugDeck.Kubernetes.Details;

/// <summary>What is mounted into a container.</summary>
internal static class MountMapper
{
    public static MountFact Map(V1VolumeMount mount, IEnumerable<V1Volume> volumes)
    {
        var volume = volumes.FirstOrDefault(known => known.Name == mount.Name);
        var subPath = mount.SubPath is { Length: > 0 } path ? path : mount.SubPathExpr is { Length: > 0 } expression ? expression : null;
        return new MountFact(mount.MountPath, volume is null ? $"volume {mount.Name}" : Source(volume), mount.ReadOnlyProperty == true || IsAlwaysReadOnly(volume), subPath);
    }

    private static string Source(V1Volume volume) => volume switch
    {
        { ConfigMap: { } map } => $"configMap {map.Name}",
        { Secret: { } secret } => $"secret {secret.SecretName}",
        { PersistentVolumeClaim: { } claim } => $"pvc {claim.ClaimName}",
        { EmptyDir: { Medium: "Memory" } } => "emptyDir in memory",
        { EmptyDir: not null } => "emptyDir",
        { HostPath: { } host } => $"hostPath {host.Path}",
        { Projected: { } projected } => $"projected {string.Join(", ", (projected.Sources ?? []).Select(Part))}",
        { DownwardAPI: not null } => "downwardAPI",
        { Csi: { } csi } => $"csi {csi.Driver}",
        { Nfs: { } nfs } => $"nfs {nfs.Server}:{nfs.Path}",
        { Image: { } image } => $"image {image.Reference}",
        { Ephemeral: not null } => $"ephemeral {volume.Name}",
        _ => $"volume {volume.Name}",
    };

    private static string Part(V1VolumeProjection part) => part switch
    {
        { ServiceAccountToken: not null } => "serviceAccountToken",
        { ConfigMap: { } map } => $"configMap {map.Name}",
        { Secret: { } secret } => $"secret {secret.Name}",
        { DownwardAPI: not null } => "downwardAPI",
        { ClusterTrustBundle: not null } => "clusterTrustBundle",
        _ => "other",
    };

    // The kubelet mounts these read-only whatever the specification says.
    private static bool IsAlwaysReadOnly(V1Volume? volume) => volume is { ConfigMap: not null } or { Secret: not null } or { Projected: not null } or { DownwardAPI: not null };
}
