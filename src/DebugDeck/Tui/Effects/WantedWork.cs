using DebugDeck.Tui.Screens;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Effects;

/// <summary>
/// Which work a state wants done. Pure: opening a page is all it takes to start its work, leaving it is all it takes to cancel it, and work that is
/// done is not wanted any more.
/// </summary>
internal static class WantedWork
{
    /// <summary>All of it but the search for shells, of which there is too much to do at once.</summary>
    public static IEnumerable<Work> Of(DeckState state) =>
        [new Work.KeepTime(), .. state.Hosts.SelectMany(Of), .. state.Probe is { } probe ? new[] { probe } : [], .. state.Pages.SelectMany(Anatomies), .. state.Pages.Select(Of).OfType<Work>()];

    /// <summary>Targets whose shell is to be looked for, those the user is looking at first.</summary>
    public static IEnumerable<TargetKey> UnknownShells(DeckState state)
    {
        if (state.Unexamined.IsEmpty)
        {
            yield break;
        }

        if (state.SubjectKey is { } subject && state.Unexamined.Contains(subject))
        {
            yield return subject;
        }

        var inventory = state.Inventory;
        foreach (var visible in inventory.Rows.Skip(inventory.Position.Top).Take(InventoryScreen.RowCount(state)).Where(state.Unexamined.Contains))
        {
            yield return visible;
        }

        foreach (var key in state.Unexamined)
        {
            yield return key;
        }
    }

    /// <summary>Images in sight whose base nobody has asked for yet; all of them while the list is sorted by it.</summary>
    public static IEnumerable<Work.FindBase> UnknownBases(DeckState state)
    {
        if (state.Page is not null || !InventoryColumns.Of(state).Any(column => column.Sort is SortColumn.Family or SortColumn.Libc))
        {
            return [];
        }

        var inventory = state.Inventory;
        var rows = inventory.Sort is SortColumn.Family or SortColumn.Libc ? inventory.Rows : inventory.Rows.Skip(inventory.Position.Top).Take(InventoryScreen.RowCount(state));
        return rows.Select(key => state.Targets.GetValueOrDefault(key))
            .Where(target => target is { ImageId.Length: > 0 } && !state.Bases.ContainsKey(target.ImageId))
            .Select(target => new Work.FindBase(target!.Host, target.ImageId))
            .DistinctBy(work => work.ImageId);
    }

    private static IEnumerable<Work> Anatomies(Page page) => page is DetailsPage { Anatomy: null, AnatomyProblem: null } details
        ? [new Work.ReadAnatomy(details.Id, details.Round, details.Target)]
        : [];

    private static IEnumerable<Work> Of(HostEntry host)
    {
        if (host.Scope is { } scope)
        {
            yield return new Work.LookAt(host.Info.Name, scope);
        }

        yield return new Work.WatchHost(host.Info.Name, host.Round);
    }

    private static Work? Of(Page page) => page switch
    {
        DetailsPage { IsRead: false } p => new Work.ReadDetails(p.Id, p.Round, p.Target),
        PickPage { Kind: PickKind.Namespaces, IsComplete: false } p => new Work.ListNamespaces(p.Id, p.Host),
        PlanPage { IsStarting: true } p => new Work.StartSession(p.Id, p.Round),
        PlanPage { Plan: null, Problem: null } p => new Work.MakePlan(p.Id, p.Target, p.Toolbox),
        LogsPage { HasEnded: false } p => new Work.FollowLog(p.Id, p.Round, p.Target, p.Previous),
        FilesPage { IsComplete: false } p => new Work.ListFolder(p.Id, p.Round, p.Target, p.Path),
        CopyPage { Phase: CopyPhase.Running } p => new Work.CopyOut(p.Id, p.Target, p.Source, p.Destination),
        PlaybooksPage { Report: null, Problem: null } p => new Work.Triage(p.Id, p.Target),
        RunPage { Phase: RunPhase.Running } p => new Work.RunPlaybook(p.Id, p.Round),
        RunPage { SavingTo: { } path } p => new Work.SaveFix(p.Id, path),
        _ => null,
    };
}
