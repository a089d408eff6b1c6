using DebugDeck.Core.Targets;

namespace DebugDeck.Core.Hosts;

/// <summary>What a watch reports, in order.</summary>
public abstract record InventoryChange
{
    private InventoryChange()
    {
    }

    /// <summary>The host came, went, or says something new about itself.</summary>
    public sealed record HostChanged(HostStatus Status) : InventoryChange;

    /// <summary>The whole inventory at this moment; whatever is not in it is gone.</summary>
    public sealed record Snapshot(IReadOnlyList<Target> Targets) : InventoryChange;

    /// <summary>A target appeared or changed.</summary>
    public sealed record Upserted(Target Target) : InventoryChange;

    /// <summary>A target is gone.</summary>
    public sealed record Removed(string TargetId) : InventoryChange;

    /// <summary>Many at once: what a host of thousands of targets reports in a moment.</summary>
    /// <param name="Upserts">Targets that appeared or changed, each at most once.</param>
    /// <param name="Removals">Ids of targets that are gone; none of them is among the upserts.</param>
    public sealed record Batch(IReadOnlyList<Target> Upserts, IReadOnlyList<string> Removals) : InventoryChange;
}
