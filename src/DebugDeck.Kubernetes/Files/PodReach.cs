using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Exec;
using DebugDeck.Kubernetes.Sessions;

namespace DebugDeck.Kubernetes.Files;

/// <summary>Finds the cheapest way there is now to a target's files.</summary>
internal sealed class PodReach(PodExec exec, PodSessions sessions)
{
    public Task<FileReach> FindAsync(Target target, CancellationToken cancellationToken) => throw new DebugDeckException(
        ErrorKind.Failed, $"the files of {target.Address} cannot be read by this version", "use `kubectl cp`", new InvalidOperationException($"{exec}, {sessions}"));
}
