using System.Collections.Immutable;
using DebugDeck.Core.Anatomy.Summary;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;
using DebugDeck.Tui.Messages;

namespace DebugDeck.Tui.State;

/// <summary>What hosts report.</summary>
internal static class HostReducer
{
    public static DeckState Reduce(DeckState state, HostMessage message) => message switch
    {
        HostMessage.Reported { Change: InventoryChange.HostChanged change } m => Update(state, m.Host, host => host with { Status = change.Status }),
        HostMessage.Reported { Change: InventoryChange.Snapshot snapshot } m => Replace(state, m.Host, snapshot.Targets),
        HostMessage.Reported { Change: InventoryChange.Upserted change } => Put(state, change.Target),
        HostMessage.Reported { Change: InventoryChange.Removed change } m => Remove(state, new TargetKey(m.Host, change.TargetId)),
        HostMessage.Reported { Change: InventoryChange.Batch change } m => Change(state, change.Upserts, change.Removals.Select(id => new TargetKey(m.Host, id))),
        HostMessage.ShellFound m => Found(state, m),
        HostMessage.BaseFound m => Found(state, m.ImageId, m.Base),
        HostMessage.Opened m => Update(state, m.Info.Name, host => host with { Info = m.Info, Scope = m.Scope }),
        HostMessage.RefreshAsked => Refresh(state),
        _ => state,
    };

    private static DeckState Update(DeckState state, string name, Func<HostEntry, HostEntry> update) =>
        state.Host(name) is { } host ? state with { Hosts = state.Hosts.Replace(host, update(host)) } : state;

    private static DeckState Replace(DeckState state, string host, IReadOnlyList<Target> snapshot)
    {
        var present = snapshot.Select(TargetKey.Of).ToHashSet();
        return Change(state, snapshot, state.Targets.Keys.Where(key => key.Host == host && !present.Contains(key)));
    }

    private static DeckState Change(DeckState state, IReadOnlyList<Target> upserts, IEnumerable<TargetKey> removals)
    {
        var targets = state.Targets.ToBuilder();
        var shells = state.Shells.ToBuilder();
        var unexamined = state.Unexamined.ToBuilder();
        var isTouched = false;
        foreach (var gone in removals)
        {
            isTouched |= targets.Remove(gone);
            shells.Remove(gone);
            unexamined.Remove(gone);
        }

        foreach (var target in upserts)
        {
            var key = TargetKey.Of(target);
            isTouched = isTouched || InventoryOrder.IsTouched(state.Inventory, targets.GetValueOrDefault(key), target);
            targets[key] = target;
            if (NeedsLook(target, shells.ContainsKey(key)))
            {
                unexamined.Add(key);
            }
        }

        return state with
        {
            Targets = targets.ToImmutable(),
            Shells = shells.ToImmutable(),
            Unexamined = unexamined.ToImmutable(),
            Inventory = isTouched ? state.Inventory with { IsStale = true } : state.Inventory,
        };
    }

    private static DeckState Put(DeckState state, Target target)
    {
        var key = TargetKey.Of(target);
        var before = state.Targets.GetValueOrDefault(key);
        return state with
        {
            Targets = state.Targets.SetItem(key, target),
            Unexamined = NeedsLook(target, state.Shells.ContainsKey(key)) ? state.Unexamined.Add(key) : state.Unexamined,
            Inventory = InventoryOrder.IsTouched(state.Inventory, before, target) ? state.Inventory with { IsStale = true } : state.Inventory,
        };
    }

    private static DeckState Remove(DeckState state, TargetKey key) => !state.Targets.ContainsKey(key) ? state : state with
    {
        Targets = state.Targets.Remove(key),
        Shells = state.Shells.Remove(key),
        Unexamined = state.Unexamined.Remove(key),
        Inventory = state.Inventory with { IsStale = true },
    };

    // An answer may come after its target has gone.
    private static DeckState Found(DeckState state, HostMessage.ShellFound m) => !state.Targets.ContainsKey(m.Target) ? state : state with
    {
        Shells = state.Shells.SetItem(m.Target, m.Finding),
        Unexamined = state.Unexamined.Remove(m.Target),
        Inventory = state.Inventory.Sort == SortColumn.Shell ? state.Inventory with { IsStale = true } : state.Inventory,
    };

    /// <summary>What an image turned out to be built on holds for every container of it.</summary>
    public static DeckState Found(DeckState state, string imageId, BaseSummary found) => state with
    {
        Bases = state.Bases.SetItem(imageId, found),
        Inventory = state.Inventory.Sort is SortColumn.Family or SortColumn.Libc ? state.Inventory with { IsStale = true } : state.Inventory,
    };

    private static DeckState Refresh(DeckState state) => state with
    {
        Hosts = [.. state.Hosts.Select(host => host with { Round = host.Round + 1, Status = host.Status with { State = HostState.Connecting, Reason = null } })],
        Shells = state.Shells.Clear(),
        Bases = state.Bases.Clear(),
        Unexamined = [.. state.Targets.Values.Where(target => NeedsLook(target, isFound: false)).Select(TargetKey.Of)],
        Note = new Note("looking at everything again"),
    };

    // A host that says why it does not know has looked, or knows that looking is not for it to start.
    private static bool NeedsLook(Target target, bool isFound) => !isFound && target.Shell is { Verdict: ShellVerdict.Unknown, Evidence.Count: 0 };
}
