using DebugDeck.Practice.Commands;

namespace DebugDeck.Practice.Worlds.Families;

/// <summary>Alpine 3.22: musl, busybox, apk, and no time zones.</summary>
internal static class Alpine
{
    public const string Loader = "/lib/ld-musl-x86_64.so.1";

    private const string Release =
        """
        NAME="Alpine Linux"
        ID=alpine
        VERSION_ID=3.22.1
        PRETTY_NAME="Alpine Linux v3.22"
        HOME_URL="https://alpinelinux.org/"
        BUG_REPORT_URL="https://gitlab.alpinelinux.org/alpine/aports/-/issues"

        """;

    private static readonly string[] InBin = ["sh", "ash", "cat", "ls", "echo", "grep", "ps", "sleep", "date", "df", "cp", "mv", "rm", "mkdir", "touch", "ln", "chmod", "chown", "kill", "mount", "uname", "hostname", "true", "false", "tar", "sed", "pwd", "rmdir", "stty", "dd", "printenv", "netstat"];

    public static void Lay(TreeBuilder tree, BaseContent content)
    {
        tree.Program("/bin/busybox", ProgramImage.Busybox, Loader);
        foreach (var applet in CommandList.AppletNames)
        {
            tree.Link((InBin.Contains(applet) ? "/bin/" : "/usr/bin/") + applet, "/bin/busybox");
        }

        tree.File("/lib/ld-musl-x86_64.so.1", "\u007fELF musl libc (x86_64) Version 1.2.5", 0b111_101_101).Link("/lib/libc.musl-x86_64.so.1", "ld-musl-x86_64.so.1")
            .Program("/sbin/apk", "application", Loader)
            .File("/etc/alpine-release", "3.22.1\n")
            .File("/usr/lib/os-release", Release).Link("/etc/os-release", "../usr/lib/os-release")
            .File("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\nbin:x:1:1:bin:/bin:/sbin/nologin\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n")
            .File("/etc/group", "root:x:0:root\nbin:x:1:root,bin,daemon\nnobody:x:65534:\n")
            .File("/etc/ssl/certs/ca-certificates.crt", content.Authorities).Link("/etc/ssl/cert.pem", "certs/ca-certificates.crt").Link("/etc/ssl1.1/cert.pem", "/etc/ssl/cert.pem")
            .File("/etc/apk/repositories", "https://dl-cdn.alpinelinux.org/alpine/v3.22/main\n")
            .File("/lib/apk/db/installed", Installed(("musl", "1.2.5-r10"), ("busybox", "1.37.0-r18"), ("alpine-baselayout", "3.7.0-r0"), ("ca-certificates-bundle", "20250619-r0"), ("apk-tools", "2.14.9-r2")));
        tree.Folder("/tmp", 0b001_111_111_111);
        tree.Folder("/root", 0b111_000_000);
        tree.Folder("/home");
        tree.Folder("/var/log");
    }

    public static string Installed(params (string Name, string Version)[] packages) =>
        string.Concat(packages.Select(package => $"C:Q1oc7T4xLqo5m\nP:{package.Name}\nV:{package.Version}\nA:x86_64\nS:1024\nI:4096\nT:{package.Name}\nL:MIT\n\n"));
}
