using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;

namespace DebugDeck.Core.Shells;

/// <summary>Looks for the shells of many targets at once, a few at a time.</summary>
public static class ShellScan
{
    /// <summary>More at once gains nothing: four keep a local engine busy (library-notes A.2).</summary>
    private const int AtOnce = 4;

    /// <summary>The targets with what was found, in their order. A target that cannot be looked at keeps "unknown" and says why.</summary>
    public static async Task<IReadOnlyList<Target>> RunAsync(IContainerHost host, IReadOnlyList<Target> targets, CancellationToken cancellationToken)
    {
        var looked = new Target[targets.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, targets.Count, options, async (at, token) => looked[at] = await LookAsync(host, targets[at], token));
        return looked;
    }

    /// <summary>One target with what was found.</summary>
    public static async Task<Target> LookAsync(IContainerHost host, Target target, CancellationToken cancellationToken)
    {
        try
        {
            return target with { Shell = await host.FindShellAsync(target, cancellationToken) };
        }
        catch (DebugDeckException error)
        {
            // Gone since it was listed, or not permitted: one row's trouble, not the list's.
            return target with { Shell = new ShellFinding(ShellVerdict.Unknown, null, [error.Message]) };
        }
    }
}
