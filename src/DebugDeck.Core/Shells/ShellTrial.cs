using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Shells;

/// <summary>Finds a shell by starting it with nothing to do (<c>sh -c :</c>): the way that is left where a target's files cannot be looked at.</summary>
public static class ShellTrial
{
    // By name first: what a user's own `sh` would be. Then where shells are kept that are not in the PATH.
    private static readonly string[][] Candidates = [["sh"], ["/bin/sh"], ["/busybox/sh"], ["/bin/bash"], ["/usr/bin/bash"], ["/bin/busybox", "sh"], ["/usr/bin/busybox", "sh"]];

    /// <param name="start">Starts a process in the target; it fails with an <see cref="UnstartableProgramException"/> inside where it is this program that cannot be started.</param>
    /// <exception cref="DebugDeckException">Nothing could be started for another reason: the container is gone, or does not run. That says nothing about its image.</exception>
    public static async Task<ShellFinding> RunAsync(Func<RemoteCommand, CancellationToken, Task<IRemoteProcess>> start, CancellationToken cancellationToken)
    {
        var evidence = new List<string>();
        foreach (var candidate in Candidates)
        {
            var shown = string.Join(' ', candidate);
            var (isShell, words) = await TryAsync(start, [.. candidate, "-c", ":"], cancellationToken);
            if (isShell)
            {
                return new ShellFinding(ShellVerdict.Yes, candidate[0], [$"`{shown} -c :` was started in it and ended with 0"]);
            }

            evidence.Add($"`{shown}` cannot be started: {words}");
        }

        return new ShellFinding(ShellVerdict.No, null, evidence);
    }

    private static async Task<(bool IsShell, string Words)> TryAsync(
        Func<RemoteCommand, CancellationToken, Task<IRemoteProcess>> start, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            await using var process = await start(new RemoteCommand(arguments), cancellationToken);
            var buffer = new byte[1024];
            while ((await process.ReadAsync(buffer, cancellationToken)).Count > 0)
            {
                // A shell with nothing to do says nothing; whatever this is, only its end counts.
            }

            // 126 and 127 are a runtime's words for "cannot be run" and "not there", where it has no others.
            return await process.ExitCodeAsync(cancellationToken) switch
            {
                0 => (true, ""),
                var code => (false, $"exit code {code}"),
            };
        }
        catch (DebugDeckException error) when (error.InnerException is UnstartableProgramException why)
        {
            return (false, why.Message);
        }
    }
}
