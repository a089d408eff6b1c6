using System.Globalization;
using System.Runtime.CompilerServices;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Processes;

/// <summary><c>/proc/PID/ns</c>: equal numbers mean a shared namespace.</summary>
internal sealed class NamespaceFolder : FixedFolder
{
    private const long FirstNumber = 4_026_531_835;

    public NamespaceFolder(Process process, FolderNode parent, int uid, int gid)
        : base(parent, "ns")
    {
        var machine = process.Machine;
        void Add(string name, object shared) => Put(name, new MagicLink(process, () => $"{name}:[{Number(shared)}]", () => null), uid, gid);
        Add("mnt", machine);
        Add("net", machine.Network);
        Add("pid", machine.Pids);
        Add("uts", machine.Network.Interfaces);
        Add("ipc", machine.Network.Sockets);
        Put("user", new MagicLink(process, () => "user:[4026531837]", () => null), uid, gid);
    }

    private static string Number(object shared) =>
        (FirstNumber + (RuntimeHelpers.GetHashCode(shared) & 0xFFFFF)).ToString(CultureInfo.InvariantCulture);
}
