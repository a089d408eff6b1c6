using System.Globalization;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Processes;

/// <summary><c>/proc/PID/fd</c>: only its owner may list it, and each link asks again.</summary>
internal sealed class DescriptorFolder : FixedFolder
{
    public DescriptorFolder(Process process, FolderNode parent, int uid, int gid)
        : base(parent, "fd", 0b101_000_000)
    {
        foreach (var file in process.OpenFiles)
        {
            Put(file.Descriptor.ToString(CultureInfo.InvariantCulture), new MagicLink(process, () => file.Text, () => file.Node), uid, gid);
        }
    }
}
