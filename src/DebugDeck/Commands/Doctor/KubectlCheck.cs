using CliWrap;
using CliWrap.Buffered;

namespace DebugDeck.Commands.Doctor;

/// <summary>Is kubectl installed? DebugDeck does without it; the commands it shows to paste do not.</summary>
internal static class KubectlCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static async Task<DoctorCheck> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (Find(context.Environment("PATH")) is not { } path)
        {
            return new DoctorCheck("kubernetes", "kubectl", DoctorVerdict.Absent, "kubectl is not in PATH; DebugDeck does not need it");
        }

        using var limit = new CancellationTokenSource(Patience, context.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var answer = await Cli.Wrap(path).WithArguments(["version", "--client"]).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(both.Token);
            return answer.ExitCode == 0
                ? new DoctorCheck("kubernetes", "kubectl", DoctorVerdict.Ok, $"{path}, {answer.StandardOutput.Split('\n')[0].Trim()}")
                : new DoctorCheck("kubernetes", "kubectl", DoctorVerdict.Warning, $"{path} does not run: {answer.StandardError.Split('\n')[0].Trim()}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DoctorCheck("kubernetes", "kubectl", DoctorVerdict.Warning, $"{path} has not answered for {Patience.TotalSeconds:0} s");
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            return new DoctorCheck("kubernetes", "kubectl", DoctorVerdict.Warning, $"{path} does not run: {error.Message}");
        }
    }

    private static string? Find(string? searchPath) => (searchPath ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "kubectl.exe" : "kubectl"))
        .FirstOrDefault(File.Exists);
}
