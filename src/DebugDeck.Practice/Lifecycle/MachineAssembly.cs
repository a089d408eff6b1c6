using DebugDeck.Practice.Files;
using DebugDeck.Practice.Network;
using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>Puts a container together as the runtime does: the image's files, and the file systems that are mounted over them.</summary>
internal static class MachineAssembly
{
    public static Machine Assemble(
        TreeFolder root, string hostname, PidNamespace pids, PodNetwork network, TimeProvider clock, string cgroup, bool readOnly = false)
    {
        var machine = new Machine { Root = root, Hostname = hostname, Pids = pids, Network = network, Clock = clock, Cgroup = cgroup };
        root.Mount = new Mount("overlay", "overlay", readOnly, "relatime,lowerdir=/var/lib/containerd/snapshots,xino=off");
        machine.Mounts.Add(("/", root.Mount));
        MountAt(machine, "/proc", new ProcFolder(pids, machine));
        MountAt(machine, "/dev", Devices());
        MountAt(machine, "/dev/shm", Mounted(new TreeFolder(0b001_111_111_111), new Mount("shm", "tmpfs", Options: "nosuid,nodev,noexec,relatime,size=65536k")));
        MountAt(machine, "/sys", Mounted(new TreeFolder(0b101_101_101), new Mount("sysfs", "sysfs", ReadOnly: true, "nosuid,nodev,noexec,relatime")));
        return machine;
    }

    /// <summary>Mounts a tree over a directory, which is made if the image does not have it.</summary>
    public static void MountAt(Machine machine, string path, Node tree)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var folder = machine.Root;
        foreach (var part in parts[..^1])
        {
            if (folder.Find(part) is not TreeFolder next)
            {
                next = new TreeFolder { ModifiedAt = machine.Clock.GetUtcNow() };
                folder.Put(part, next);
            }

            folder = next;
        }

        tree.ModifiedAt = tree.ModifiedAt == default ? machine.Clock.GetUtcNow() : tree.ModifiedAt;
        folder.Put(parts[^1], tree);
        if (tree is FolderNode { Mount: { } mount })
        {
            machine.Mounts.Add((path, mount));
        }
    }

    private static TreeFolder Mounted(TreeFolder folder, Mount mount)
    {
        folder.Mount = mount;
        return folder;
    }

    private static TreeFolder Devices()
    {
        var devices = Mounted(new TreeFolder(), new Mount("tmpfs", "tmpfs", Options: "nosuid,size=65536k,mode=755"));
        devices.Put("null", new DeviceNode(DeviceKind.Null, 1, 3));
        devices.Put("zero", new DeviceNode(DeviceKind.Zero, 1, 5));
        devices.Put("full", new DeviceNode(DeviceKind.Full, 1, 7));
        devices.Put("random", new DeviceNode(DeviceKind.Random, 1, 8));
        devices.Put("urandom", new DeviceNode(DeviceKind.Random, 1, 9));
        devices.Put("tty", new DeviceNode(DeviceKind.Terminal, 5, 0));
        devices.Put("stdin", new LinkNode("/proc/self/fd/0"));
        devices.Put("stdout", new LinkNode("/proc/self/fd/1"));
        devices.Put("stderr", new LinkNode("/proc/self/fd/2"));
        devices.Put("fd", new LinkNode("/proc/self/fd"));
        return devices;
    }
}
