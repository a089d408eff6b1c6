using DebugDeck.Core.Anatomy.Summary;
using DebugDeck.Core.Shells;
using DebugDeck.Tui.Effects;
using DebugDeck.Tui.Messages;

namespace DebugDeck.Tui.State;

/// <summary>Everything that a host knows of one target, and the shell that is tried in it.</summary>
internal static class DetailsReducer
{
    public static DeckState Reduce(DeckState state, DetailsMessage message) => message switch
    {
        DetailsMessage.Read m => state.Edit<DetailsPage>(m.Page, page => page.Round == m.Round ? page with { Details = m.Details, Problem = null, IsRead = true } : page),
        DetailsMessage.Failed m => state.Edit<DetailsPage>(m.Page, page => page.Round == m.Round ? page with { Problem = m.Problem, IsRead = true } : page),
        DetailsMessage.AnatomyRead m => Told(state, m),
        DetailsMessage.AnatomyFailed m => state.Edit<DetailsPage>(m.Page, page => page.Round == m.Round ? page with { AnatomyProblem = m.Problem } : page),
        DetailsMessage.EvidenceTurned => state.EditVisible<DetailsPage>(page => page with { WithEvidence = !page.WithEvidence }),
        DetailsMessage.AgainAsked => state.EditVisible<DetailsPage>(page => page with { IsRead = false, Anatomy = null, AnatomyProblem = null, Round = page.Round + 1 }),
        DetailsMessage.ProbeAsked m => state with { Probe = new Work.ProbeShell((state.Probe?.Round ?? 0) + 1, m.Target), Note = new Note("trying to start a shell in it") },
        DetailsMessage.Probed m => Found(state, m.Target, m.Finding) with { Note = new Note(Words(m.Finding)) },
        DetailsMessage.ProbeFailed m => state with { Note = new Note($"no shell could be tried: {m.Problem.Message}", IsProblem: true) },
        _ => state,
    };

    private static DeckState Told(DeckState state, DetailsMessage.AnatomyRead message)
    {
        var told = state.Edit<DetailsPage>(message.Page, page => page.Round == message.Round ? page with { Anatomy = message.Anatomy, AnatomyProblem = null } : page);
        return message.Anatomy.HasFiles && state.Pages.Find(page => page.Id == message.Page) is DetailsPage { Target: var key } && state.Targets.GetValueOrDefault(key) is { ImageId.Length: > 0 } target
            ? HostReducer.Found(told, target.ImageId, BaseSummary.Of(message.Anatomy.Look))
            : told;
    }

    // What holds for a digest holds for every container of it.
    private static DeckState Found(DeckState state, TargetKey key, ShellFinding finding)
    {
        if (state.Targets.GetValueOrDefault(key) is not { } tried)
        {
            return state;
        }

        var same = tried.ImageId.Length == 0 ? [key] : state.Targets.Values.Where(target => target.Host == tried.Host && target.ImageId == tried.ImageId).Select(TargetKey.Of);
        return state with
        {
            Shells = state.Shells.SetItems(same.Select(one => KeyValuePair.Create(one, finding))),
            Inventory = state.Inventory.Sort == SortColumn.Shell ? state.Inventory with { IsStale = true } : state.Inventory,
        };
    }

    private static string Words(ShellFinding finding) => finding.Verdict switch
    {
        ShellVerdict.Yes => $"it has a shell: {finding.Path}",
        ShellVerdict.No => "it has no shell: none of the usual ones can be started",
        _ => "it could not be told",
    };
}
