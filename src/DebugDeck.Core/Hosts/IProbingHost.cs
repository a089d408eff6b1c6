using DebugDeck.Core.Errors;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;

namespace DebugDeck.Core.Hosts;

/// <summary>A host that cannot look at a target's files from outside, and can find out about its shell by starting one.</summary>
public interface IProbingHost : IContainerHost
{
    /// <summary>Tries to start shells that end at once, in the target itself. Only at the user's wish. The verdict is remembered for the image.</summary>
    /// <exception cref="DebugDeckException">NotPermitted, Unreachable, or Failed: the target does not run.</exception>
    Task<ShellFinding> ProbeShellAsync(Target target, CancellationToken cancellationToken);
}
