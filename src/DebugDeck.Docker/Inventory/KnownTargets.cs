using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;

namespace DebugDeck.Docker.Inventory;

/// <summary>What a watch has reported so far, to report only what differs. Reports in the order of what it is told.</summary>
internal sealed class KnownTargets(Action<InventoryChange> report)
{
    private readonly Dictionary<string, Target> _targets = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    public IReadOnlyList<string> Ids
    {
        get
        {
            lock (_gate)
            {
                return [.. _targets.Keys];
            }
        }
    }

    /// <summary>The whole inventory, as listed.</summary>
    public void Begin(IReadOnlyList<Target> targets)
    {
        lock (_gate)
        {
            foreach (var target in targets)
            {
                _targets[target.Id] = target;
            }

            report(new InventoryChange.Snapshot(targets));
        }
    }

    /// <summary>What was last reported about a container.</summary>
    public Target? Find(string id)
    {
        lock (_gate)
        {
            return _targets.GetValueOrDefault(id);
        }
    }

    /// <summary>A container as it is now; null if it is gone.</summary>
    public void Update(string id, Target? now)
    {
        lock (_gate)
        {
            var before = _targets.GetValueOrDefault(id);
            if (now is null)
            {
                if (_targets.Remove(id))
                {
                    report(new InventoryChange.Removed(id));
                }
            }
            else if (before is null || !IsSame(before, now))
            {
                _targets[id] = now;
                report(new InventoryChange.Upserted(now));
            }
        }
    }

    // Records compare dictionaries by identity.
    private static bool IsSame(Target before, Target now) =>
        before == now with { Labels = before.Labels }
        && before.Labels.Count == now.Labels.Count
        && before.Labels.All(label => now.Labels.GetValueOrDefault(label.Key) == label.Value);
}
