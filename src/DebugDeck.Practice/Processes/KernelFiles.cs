using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Processes;

/// <summary>What the practice kernel says about itself: the files of <c>/proc</c> that belong to no process.</summary>
internal static class KernelFiles
{
    public const string Release = "6.1.0-28-amd64";

    public const string Version = "#1 SMP PREEMPT_DYNAMIC Debian 6.1.119-1 (2024-11-22)";

    /// <summary>The node has been up for three days, whenever one looks.</summary>
    private static readonly TimeSpan Uptime = TimeSpan.FromDays(3);

    public static DateTimeOffset BootTime(TimeProvider clock)
    {
        // Rounded to the day, so that the start times of processes do not move while one looks.
        var now = clock.GetUtcNow();
        return new DateTimeOffset(now.Date, TimeSpan.Zero) - Uptime;
    }

    public static IEnumerable<(string Name, Func<string> Text)> For(Machine machine)
    {
        yield return ("version", () => $"Linux version {Release} (debian-kernel@lists.debian.org) {Version}\n");
        yield return ("uptime", () => Invariant($"{Up(machine):F2} {Up(machine) * 1.8:F2}\n"));
        yield return ("loadavg", () => "0.12 0.20 0.18 1/214 57\n");
        yield return ("stat", () => Invariant($"cpu  10132 0 8123 5219321 412 0 99 0 0 0\nbtime {BootTime(machine.Clock).ToUnixTimeSeconds()}\n"));
        yield return ("meminfo", () => "MemTotal:        8148208 kB\nMemFree:         3316480 kB\nMemAvailable:    6012344 kB\nBuffers:          201232 kB\nCached:          2511268 kB\nSwapTotal:             0 kB\nSwapFree:              0 kB\n");
        yield return ("cpuinfo", () => "processor\t: 0\nmodel name\t: Practice CPU\ncpu MHz\t\t: 2400.000\n\nprocessor\t: 1\nmodel name\t: Practice CPU\ncpu MHz\t\t: 2400.000\n\n");
        yield return ("cmdline", () => "BOOT_IMAGE=/vmlinuz root=/dev/sda1 ro\n");
        yield return ("filesystems", () => "nodev\tsysfs\nnodev\ttmpfs\nnodev\tproc\n\text4\nnodev\toverlay\n");
    }

    /// <summary><c>/proc/sys</c>, as far as people look.</summary>
    public static FolderNode Settings(Machine machine)
    {
        var kernel = new TreeFolder(0b101_101_101);
        kernel.Put("hostname", new ProcFile(() => machine.Hostname + "\n"));
        kernel.Put("osrelease", new ProcFile(() => Release + "\n"));
        kernel.Put("pid_max", new ProcFile(() => "4194304\n"));
        kernel.Put("ostype", new ProcFile(() => "Linux\n"));
        var settings = new TreeFolder(0b101_101_101);
        settings.Put("kernel", kernel);
        return settings;
    }

    private static double Up(Machine machine) => (machine.Clock.GetUtcNow() - BootTime(machine.Clock)).TotalSeconds;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
