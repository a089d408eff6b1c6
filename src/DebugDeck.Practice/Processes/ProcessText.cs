using System.Globalization;
using System.Text;

namespace DebugDeck.Practice.Processes;

/// <summary>The texts of <c>/proc/PID</c>, in the formats of kernel 6.1.</summary>
internal sealed class ProcessText(Process process, int pid, PidNamespace pids)
{
    private const int TicksPerSecond = 100;

    public string CommandLine() => string.Concat(process.CommandLine.Select(argument => argument + "\0"));

    public string Environment() => string.Concat(process.Environment.Select(entry => $"{entry.Key}={entry.Value}\0"));

    public string Cgroup() => $"0::{process.Machine.Cgroup}\n";

    public string Mounts() =>
        string.Concat(process.Machine.Mounts.Select(entry =>
            $"{entry.Mount.Source} {entry.Path} {entry.Mount.Type} {entry.Mount.AllOptions} 0 0\n"));

    public string MountInfo()
    {
        var text = new StringBuilder();
        var id = 700;
        foreach (var (path, mount) in process.Machine.Mounts)
        {
            var options = mount.ReadOnly ? "ro,relatime" : "rw,relatime";
            var parent = path == "/" ? 600 : 700;
            text.Append(CultureInfo.InvariantCulture, $"{id} {parent} 0:{id - 640} / {path} {options} - {mount.Type} {mount.Source} {mount.AllOptions}\n");
            id++;
        }

        return text.ToString();
    }

    public string Status()
    {
        var who = process.Credentials;
        var parent = process.Parent is null ? 0 : pids.PidOf(process.Parent) ?? 0;
        var groups = string.Concat(who.Groups.Select(group => group.ToString(CultureInfo.InvariantCulture) + " "));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            Name:	{process.CommandName}
            Umask:	{Convert.ToString(process.Umask, 8).PadLeft(4, '0')}
            State:	S (sleeping)
            Tgid:	{pid}
            Ngid:	0
            Pid:	{pid}
            PPid:	{parent}
            TracerPid:	0
            Uid:	{who.Uid}	{who.Uid}	{who.Uid}	{who.Uid}
            Gid:	{who.Gid}	{who.Gid}	{who.Gid}	{who.Gid}
            FDSize:	64
            Groups:	{groups}
            NStgid:	{pid}
            NSpid:	{pid}
            VmPeak:	   14320 kB
            VmSize:	   14320 kB
            VmRSS:	    6116 kB
            Threads:	1
            SigQ:	0/31203
            SigPnd:	0000000000000000
            SigBlk:	0000000000000000
            SigIgn:	0000000000000000
            SigCgt:	0000000000000000
            CapInh:	0000000000000000
            CapPrm:	{(ulong)who.Permitted:x16}
            CapEff:	{(ulong)who.Effective:x16}
            CapBnd:	{(ulong)who.Bounding:x16}
            CapAmb:	0000000000000000
            NoNewPrivs:	0
            Seccomp:	2
            Seccomp_filters:	1

            """);
    }

    public string Stat()
    {
        var parent = process.Parent is null ? 0 : pids.PidOf(process.Parent) ?? 0;
        var started = (long)((process.StartedAt - KernelFiles.BootTime(process.Machine.Clock)).TotalSeconds * TicksPerSecond);
        return FormattableString.Invariant(
            $"{pid} ({process.CommandName}) S {parent} {pid} {pid} 0 -1 4194560 100 0 0 0 2 1 0 0 20 0 1 0 {started} 14663680 1529 18446744073709551615 0 0 0 0 0 0 0 0 0 0 0 0 17 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n");
    }

    public string Maps()
    {
        var path = process.ExecutablePath;
        return $"""
            00400000-00401000 r--p 00000000 00:33 1048577                            {path}
            00401000-004f1000 r-xp 00001000 00:33 1048577                            {path}
            004f1000-00533000 r--p 000f1000 00:33 1048577                            {path}
            01a2c000-01a4e000 rw-p 00000000 00:00 0                                  [heap]
            7ffd5d3ba000-7ffd5d3db000 rw-p 00000000 00:00 0                          [stack]
            7ffd5d3f1000-7ffd5d3f3000 r-xp 00000000 00:00 0                          [vdso]

            """;
    }

    public static string Limits() =>
        """
        Limit                     Soft Limit           Hard Limit           Units     
        Max cpu time              unlimited            unlimited            seconds   
        Max file size             unlimited            unlimited            bytes     
        Max processes             unlimited            unlimited            processes 
        Max open files            1048576              1048576              files     

        """;
}
