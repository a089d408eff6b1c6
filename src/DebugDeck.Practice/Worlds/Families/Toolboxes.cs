using DebugDeck.Practice.Commands;

namespace DebugDeck.Practice.Worlds.Families;

/// <summary>The images that debug containers are started from.</summary>
internal static class Toolboxes
{
    public static readonly string[] NetworkPrograms = ["curl", "dig", "ip", "openssl", "ss"];

    public static void Busybox(TreeBuilder tree, BaseContent content)
    {
        tree.Program("/bin/busybox", ProgramImage.Busybox);
        foreach (var applet in CommandList.AppletNames)
        {
            tree.Link("/bin/" + applet, "busybox");
        }

        tree.File("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\ndaemon:x:1:1:daemon:/usr/sbin:/bin/false\nnobody:x:65534:65534:nobody:/home:/bin/false\n")
            .File("/etc/group", "root:x:0:\ndaemon:x:1:\nnobody:x:65534:\n")
            .File("/etc/nsswitch.conf", "hosts: files dns\n");
        tree.Folder("/tmp", 0b001_111_111_111);
        tree.Folder("/root", 0b111_000_000);
        tree.Folder("/home", uid: 65534, gid: 65534);
        tree.Folder("/usr/sbin");
    }

    public static void Netshoot(TreeBuilder tree, BaseContent content)
    {
        Alpine.Lay(tree, content);
        foreach (var program in NetworkPrograms)
        {
            tree.Program("/usr/bin/" + program, program, Alpine.Loader);
        }

        tree.Program("/bin/bash", "bash", Alpine.Loader);
        ZoneInfo.Lay(tree);
    }
}
