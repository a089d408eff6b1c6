using System.Runtime.InteropServices;

namespace DebugDeck.Core.Files.Extraction;

/// <summary>A second name for a file, as the archive has it: the 400 names of a busybox would else become 400 copies of it.</summary>
internal static partial class HardLink
{
    /// <summary>Makes it; a copy where the file system knows no hard links.</summary>
    public static void Create(string existing, string name)
    {
        if (OperatingSystem.IsWindows() || Link(existing, name) != 0)
        {
            File.Copy(existing, name);
        }
    }

    // Does not follow a link at the last part of the existing name.
    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string name);
}
