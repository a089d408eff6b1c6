using DebugDeck.Core.Files;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Files;

/// <summary>What is mounted over a container's own files, as far as it decides what the archive API shows.</summary>
/// <param name="Volumes">Volumes and bind mounts: the archive API shows them.</param>
/// <param name="InMemory">tmpfs mounts: the archive API shows the empty directory, or the image's own one, beneath.</param>
internal sealed record ContainerMounts(IReadOnlyList<string> Volumes, IReadOnlyList<string> InMemory)
{
    // Mounted by the runtime in every container; the archive API never shows them either.
    private static readonly string[] Kernel = ["/proc", "/sys", "/dev"];

    public static ContainerMounts Of(ContainerInspectResponse container)
    {
        var mounts = container.Mounts ?? [];
        return new ContainerMounts(
            [.. mounts.Where(mount => mount.Type != "tmpfs").Select(mount => ContainerPath.Normalize(mount.Destination))],
            [
                .. mounts.Where(mount => mount.Type == "tmpfs").Select(mount => ContainerPath.Normalize(mount.Destination)),
                .. (container.HostConfig?.Tmpfs?.Keys ?? []).Select(ContainerPath.Normalize),
            ]);
    }

    /// <summary>The mount that keeps <paramref name="path"/> from the archive API; null if nothing does.</summary>
    public string? Hiding(string path)
    {
        var normal = ContainerPath.Normalize(path);

        // A volume inside a tmpfs (or in /dev) is visible again.
        var volume = Volumes.Where(mount => ContainerPath.IsWithin(normal, mount)).DefaultIfEmpty("").MaxBy(mount => mount.Length)!;
        return Kernel.Concat(InMemory)
            .Where(mount => mount.Length > volume.Length && ContainerPath.IsWithin(normal, mount))
            .MaxBy(mount => mount.Length);
    }

    /// <summary>The children of <paramref name="folder"/> that are mount points, or lead to some.</summary>
    public IEnumerable<string> ChildrenIn(string folder) => Volumes.Concat(InMemory)
        .Where(mount => mount != folder && ContainerPath.IsWithin(mount, folder))
        .Select(mount => mount.IndexOf('/', folder == "/" ? 1 : folder.Length + 1) is > 0 and var end ? mount[..end] : mount)
        .Distinct(StringComparer.Ordinal);
}
