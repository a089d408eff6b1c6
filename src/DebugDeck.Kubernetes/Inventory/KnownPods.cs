using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.Kubernetes.Pods;
using DebugDeck.Kubernetes.Shells;

namespace DebugDeck.Kubernetes.Inventory;

/// <summary>
/// The pods that have been told of, as far as it takes to say what is new and what is gone: a new list after a lost place repeats everything, and
/// only the differences are worth telling. Collects until <see cref="Take"/>.
/// </summary>
/// <param name="host">The host's name.</param>
/// <param name="shells">What is known of shells without looking.</param>
internal sealed class KnownPods(string host, PodShells shells)
{
    private readonly Shared _shared = new();
    private readonly Dictionary<string, Entry> _pods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _rounds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Target> _upserts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removals = new(StringComparer.Ordinal);
    private bool _isFirst = true;

    /// <summary>There is something to tell.</summary>
    public bool HasNews => _isFirst || _upserts.Count > 0 || _removals.Count > 0;

    /// <summary>A list begins: what it does not tell of until <see cref="End"/> is gone.</summary>
    /// <param name="source">The namespace that is listed; empty for all.</param>
    public void Begin(string source) => _rounds[source] = Round(source) + 1;

    public async ValueTask PutAsync(string source, PodDocument pod, CancellationToken cancellationToken)
    {
        var uid = pod.Metadata.Uid;
        if (_pods.TryGetValue(uid, out var known) && known.Version == pod.Metadata.ResourceVersion)
        {
            _pods[uid] = known with { Round = Round(source) };
            return;
        }

        var targets = PodTargets.From(pod, host, _shared).ToList();
        foreach (var target in targets)
        {
            _upserts[target.Id] = target with { Shell = await shells.FindAsync(target, cancellationToken) };
            _removals.Remove(target.Id);
        }

        string[] ids = [.. targets.Select(target => target.Id)];
        foreach (var gone in known.Ids?.Except(ids) ?? [])
        {
            Forget(gone);
        }

        _pods[uid] = new Entry(source, pod.Metadata.ResourceVersion, Round(source), ids);
    }

    public void Delete(PodDocument pod)
    {
        if (_pods.Remove(pod.Metadata.Uid, out var known))
        {
            Array.ForEach(known.Ids, Forget);
        }
    }

    /// <summary>The list is complete.</summary>
    public void End(string source)
    {
        var round = Round(source);
        foreach (var (uid, gone) in _pods.Where(pod => pod.Value.Source == source && pod.Value.Round < round).ToList())
        {
            _pods.Remove(uid);
            Array.ForEach(gone.Ids, Forget);
        }
    }

    /// <summary>What has changed since it was last taken; at first, all there is.</summary>
    public InventoryChange Take()
    {
        IReadOnlyList<Target> upserts = [.. _upserts.Values];
        InventoryChange news = _isFirst ? new InventoryChange.Snapshot(upserts) : new InventoryChange.Batch(upserts, [.. _removals]);
        _isFirst = false;
        _upserts.Clear();
        _removals.Clear();
        return news;
    }

    private void Forget(string id)
    {
        _upserts.Remove(id);
        _removals.Add(id);
    }

    private int Round(string source) => _rounds.GetValueOrDefault(source);

    private readonly record struct Entry(string Source, string Version, int Round, string[] Ids);
}
