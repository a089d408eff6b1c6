using System.Collections.Concurrent;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Remote;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Exec;
using DebugDeck.Kubernetes.Pods;
using DebugDeck.Kubernetes.Sessions;

namespace DebugDeck.Kubernetes.Files;

/// <summary>Finds the cheapest way there is now to a target's files: its own tools, a session beside it, or none yet.</summary>
internal sealed class PodReach(PodExec exec, PodSessions sessions)
{
    private static readonly DebugSurroundings Inside = new("/");

    // Whether the target's image has the tools; a look costs a process in the target, so it is taken once for each.
    private readonly ConcurrentDictionary<string, bool> _hasTools = new(StringComparer.Ordinal);

    public async Task<FileReach> FindAsync(Target target, CancellationToken cancellationToken)
    {
        if (target.State != ContainerState.Running)
        {
            return FileReach.NewSession;
        }

        return await HasToolsAsync(target, cancellationToken) ? FileReach.Process
            : (await sessions.BesideAsync(PodKey.Of(target), cancellationToken)).Count > 0 ? FileReach.RunningSession
            : FileReach.NewSession;
    }

    /// <summary>The files by that way.</summary>
    /// <exception cref="DebugDeckException">Failed: a debug container has to be started first, which is not done unasked.</exception>
    public async Task<IContainerFiles> OpenAsync(Target target, CancellationToken cancellationToken)
    {
        var key = PodKey.Of(target);
        if (target.State == ContainerState.Running)
        {
            if (await HasToolsAsync(target, cancellationToken))
            {
                return new RemoteFiles(new RemotePlace((command, token) => exec.RunMarkedAsync(key, Inside, command, tools: null, token), Inside, target.Name));
            }

            if (await sessions.FilesBesideAsync(target, cancellationToken) is { } files)
            {
                return files;
            }
        }

        throw new DebugDeckException(
            ErrorKind.Failed,
            $"{target.Name} has no tools to read its files with, and no debug container runs beside it",
            $"start one: `debugdeck debug {target.Address} -n {key.Namespace}`; `debugdeck cp` and `debugdeck files` do it with --yes");
    }

    private async Task<bool> HasToolsAsync(Target target, CancellationToken cancellationToken)
    {
        if (target.Shell.Verdict == ShellVerdict.No)
        {
            return false;
        }

        if (_hasTools.TryGetValue(target.Id, out var known))
        {
            return known;
        }

        return _hasTools[target.Id] = await AskAsync(target, cancellationToken);
    }

    private async Task<bool> AskAsync(Target target, CancellationToken cancellationToken)
    {
        try
        {
            await using var process = await exec.RunAsync(target, RemoteFiles.ToolCheck(Inside), cancellationToken);
            return await process.ExitCodeAsync(cancellationToken) == 0;
        }
        catch (DebugDeckException error) when (error.Kind is ErrorKind.NotFound or ErrorKind.Failed or ErrorKind.NotPermitted)
        {
            // No shell, or none that may be started; whether anything else may be is the plan's to say.
            return false;
        }
    }
}
