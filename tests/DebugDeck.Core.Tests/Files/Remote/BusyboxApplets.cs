using System.Diagnostics;

namespace DebugDeck.Core.Tests.Files.Remote;

/// <summary>A folder in which every applet of the machine's busybox has its name, as in the busybox image.</summary>
internal static class BusyboxApplets
{
    private static readonly Lazy<string> Made = new(Make);

    public static string Folder => Made.Value;

    private static string Make()
    {
        var folder = Directory.CreateTempSubdirectory("debugdeck-busybox-").FullName;
        var busybox = new[] { "/usr/bin/busybox", "/bin/busybox" }.First(File.Exists);
        using var list = Process.Start(new ProcessStartInfo(busybox, "--list") { RedirectStandardOutput = true })!;
        foreach (var applet in list.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            File.CreateSymbolicLink(Path.Combine(folder, applet), busybox);
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
