using System.Collections.Concurrent;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;

namespace DebugDeck.Kubernetes.Shells;

/// <summary>
/// Says whether a target has a shell. A digest never changes, so what is found for one container holds for every one of its image: ten thousand pods of
/// two hundred images are two hundred looks, once.
/// </summary>
internal sealed class PodShells(ShellCache cache)
{
    private readonly ConcurrentDictionary<string, ShellFinding> _byReference = new(StringComparer.Ordinal);

    /// <summary>As far as it is known without starting anything in it: the cache, then the image's reference.</summary>
    public async ValueTask<ShellFinding> FindAsync(Target target, CancellationToken cancellationToken) =>
        target.ImageId.Length > 0 && await cache.FindAsync(Key(target), cancellationToken) is { } known ? known : _byReference.GetOrAdd(target.Image, _ => ShellReference.Judge(target));

    /// <summary>By starting one.</summary>
    public async Task<ShellFinding> TryAsync(
        Target target, Func<RemoteCommand, CancellationToken, Task<IRemoteProcess>> start, CancellationToken cancellationToken)
    {
        var finding = await ShellTrial.RunAsync(start, cancellationToken);
        if (target.ImageId.Length > 0)
        {
            cache.Remember(Key(target), finding, run: null);
            await cache.SaveAsync(cancellationToken);
        }

        return finding;
    }

    private static ShellKey Key(Target target) => new(target.ImageId, "");
}
