using System.Diagnostics;
using System.Text;

namespace DebugDeck.Practice.Tests.Shell;

/// <summary>Debian's busybox 1.35, run on a real copy of the files that the practice container has.</summary>
internal static class RealBusybox
{
    private const string Program = "/bin/busybox";

    public static async Task<ShellResult> RunAsync(string script, string input)
    {
        Assert.SkipUnless(File.Exists(Program), "needs busybox: tests/run installs Debian's busybox-static");
        var folder = Directory.CreateTempSubdirectory("practice-world-");
        try
        {
            Lay(folder.FullName);
            var start = new ProcessStartInfo(Program, ["sh", "-c", script])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment.Clear();
            foreach (var (name, value) in ShellScene.Environment)
            {
                start.Environment[name] = value;
            }

            // Applets are found before programs of the machine, whatever is installed on it.
            start.Environment["PATH"] = "";
            using var process = Process.Start(start)!;
            await SendAsync(process, input);
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new ShellResult(output.Replace(folder.FullName, ShellScene.Home, StringComparison.Ordinal), await errors, process.ExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task SendAsync(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A script that does not read its input may have ended before it came.
        }
    }

    private static void Lay(string root)
    {
        foreach (var file in ShellScene.Files)
        {
            var path = Path.Combine(root, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (file.Link is { } target)
            {
                File.CreateSymbolicLink(path, target);
                continue;
            }

            File.WriteAllBytes(path, Encoding.UTF8.GetBytes(file.Content));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, (UnixFileMode)file.Mode);
            }

            File.SetLastWriteTimeUtc(path, ShellScene.Modified.UtcDateTime);
        }
    }
}
