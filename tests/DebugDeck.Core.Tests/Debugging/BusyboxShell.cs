using System.Diagnostics;

namespace DebugDeck.Core.Tests.Debugging;

/// <summary>Runs rendered scripts under the shell that most debug containers have.</summary>
internal static class BusyboxShell
{
    private const string Busybox = "/bin/busybox";

    public static async Task<(int Code, string Output, string Error)> RunAsync(
        IReadOnlyList<string> arguments,
        string input = "",
        IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Start(arguments, environment);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    /// <param name="arguments">Begin with <c>sh</c>, which is busybox' here.</param>
    /// <param name="environment">Added to the test's own.</param>
    public static Process Start(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        Assert.SkipUnless(File.Exists(Busybox), "needs /bin/busybox (package busybox-static)");
        Assert.Equal("sh", arguments[0]);
        var start = new ProcessStartInfo(Busybox, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
