using System.Collections.Concurrent;
using DebugDeck.Core.Anatomy.Summary;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;

namespace DebugDeck.Core.Anatomy;

/// <summary>What the images of many targets are built on: each image once, a few at a time.</summary>
public static class BaseScan
{
    private const int AtOnce = 4;

    /// <summary>By image id. An image that nothing is known of is left out; its name is all there is then.</summary>
    /// <param name="lookup">Remembers and looks.</param>
    /// <param name="host">Whose targets they are.</param>
    /// <param name="targets">All of them.</param>
    /// <param name="mayLook">Look at the files of images that nobody has looked at yet, where that starts nothing; else only what is remembered counts.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyDictionary<string, BaseSummary>> RunAsync(
        AnatomyLookup lookup, IContainerHost host, IReadOnlyList<Target> targets, bool mayLook, CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<string, BaseSummary>(StringComparer.Ordinal);
        var images = targets.Where(target => target.ImageId.Length > 0).GroupBy(target => target.ImageId, (_, same) => same.First());
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(images, options, async (target, token) =>
        {
            if (await LookAsync(lookup, host, target, mayLook, token) is { } summary)
            {
                found[target.ImageId] = summary;
            }
        });
        return found;
    }

    /// <summary>The image of one target; null if nothing is known of it.</summary>
    public static async Task<BaseSummary?> LookAsync(AnatomyLookup lookup, IContainerHost host, Target target, bool mayLook, CancellationToken cancellationToken)
    {
        if (await lookup.RememberedAsync(target, cancellationToken) is { } remembered)
        {
            return BaseSummary.Of(remembered);
        }

        // In a pod a look means a process in it: that is not for a list to start.
        if (!mayLook || host.Info.Kind == HostKind.Kubernetes)
        {
            return null;
        }

        try
        {
            var anatomy = await lookup.OfTargetAsync(host, target, cancellationToken);
            return anatomy.HasFiles ? BaseSummary.Of(anatomy.Look) : null;
        }
        catch (DebugDeckException)
        {
            // Gone since it was listed, or not permitted: one row's trouble, not the list's.
            return null;
        }
    }
}
