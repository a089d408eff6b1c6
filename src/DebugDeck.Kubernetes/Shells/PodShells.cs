using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;

namespace DebugDeck.Kubernetes.Shells;

/// <summary>Says whether a target has a shell, as far as that is known without starting anything in it.</summary>
internal sealed class PodShells(ShellCache cache)
{
    public async Task<ShellFinding> FindAsync(Target target, CancellationToken cancellationToken) =>
        await cache.FindAsync(new ShellKey(target.ImageId, ""), cancellationToken) ?? ShellFinding.NotLookedAt;
}
