using System.Globalization;
using DebugDeck.Practice.Files;
using DebugDeck.Practice.Network;

namespace DebugDeck.Practice.Processes;

/// <summary><c>/proc/PID</c>.</summary>
internal sealed class ProcessFolder : FixedFolder
{
    public ProcessFolder(Process process, int pid, PidNamespace pids, FolderNode parent)
        : base(parent, pid.ToString(CultureInfo.InvariantCulture))
    {
        // The directory belongs to the process' user always; what is in it belongs to root if the process may not be dumped.
        (Uid, Gid) = (process.Credentials.Uid, process.Credentials.Gid);
        var (uid, gid) = process.IsDumpable ? (Uid, Gid) : (0, 0);
        ModifiedAt = process.StartedAt;
        var text = new ProcessText(process, pid, pids);

        void Open(string name, Func<string> content) => Put(name, new ProcFile(content), uid, gid);
        Open("cgroup", text.Cgroup);
        Open("cmdline", text.CommandLine);
        Open("comm", () => process.CommandName + "\n");
        Open("limits", ProcessText.Limits);
        Open("mountinfo", text.MountInfo);
        Open("mounts", text.Mounts);
        Open("stat", text.Stat);
        Open("status", text.Status);
        Open("oom_score_adj", () => "0\n");
        Put("environ", new ProcFile(text.Environment, 0b100_000_000, process), uid, gid);
        Put("maps", new ProcFile(text.Maps, guarded: process), uid, gid);
        Put("root", new MagicLink(process, () => process.Root.FullName(), () => process.Root), uid, gid);
        Put("cwd", new MagicLink(process, () => process.WorkingDirectory.FullName(), () => process.WorkingDirectory), uid, gid);
        Put("exe", new MagicLink(process, () => process.ExecutablePath, () => process.Executable), uid, gid);
        Put("fd", new DescriptorFolder(process, this, uid, gid), uid, gid);
        Put("net", new NetworkFolder(process.Machine.Network, this), uid, gid);
        Put("ns", new NamespaceFolder(process, this, uid, gid), uid, gid);
    }
}
