using System.Formats.Tar;
using System.Text;

namespace DebugDeck.TestKit;

/// <summary>Entries of a tar, said briefly.</summary>
public static class TarTree
{
    public static TarWriter Folder(this TarWriter tar, string name, int mode = 0x1ED) => Add(tar, new PaxTarEntry(TarEntryType.Directory, name), mode);

    public static TarWriter File(this TarWriter tar, string name, string content = "", int mode = 0x1A4) =>
        Add(tar, new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) }, mode);

    public static TarWriter Bytes(this TarWriter tar, string name, byte[] content, int mode = 0x1ED) =>
        Add(tar, new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) }, mode);

    /// <summary>A directory of a user of its own.</summary>
    public static TarWriter Home(this TarWriter tar, string name, int owner) =>
        Add(tar, new PaxTarEntry(TarEntryType.Directory, name) { Uid = owner, Gid = owner }, 0x1C0);

    public static TarWriter Link(this TarWriter tar, string name, string target) =>
        Add(tar, new PaxTarEntry(TarEntryType.SymbolicLink, name) { LinkName = target }, 0x1FF);

    public static TarWriter HardLink(this TarWriter tar, string name, string target) =>
        Add(tar, new PaxTarEntry(TarEntryType.HardLink, name) { LinkName = target }, 0x1A4);

    /// <summary>The machine's static busybox under any name: a binary that runs in an empty image.</summary>
    public static TarWriter Busybox(this TarWriter tar, string name, int mode = 0x1ED) =>
        Add(tar, new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(System.IO.File.ReadAllBytes("/bin/busybox")) }, mode);

    private static TarWriter Add(TarWriter tar, TarEntry entry, int mode)
    {
        entry.Mode = (UnixFileMode)mode;
        tar.WriteEntry(entry);
        return tar;
    }
}
