using DebugDeck.Core.Files;
using DebugDeck.Tui.Messages;

namespace DebugDeck.Tui.State;

/// <summary>What concerns a copy.</summary>
internal static class CopyReducer
{
    public static DeckState Reduce(DeckState state, CopyMessage message) => message switch
    {
        CopyMessage.Progressed m => state.Edit<CopyPage>(m.Page, page => page with { Progress = m.Progress }),
        CopyMessage.Finished m => state.Edit<CopyPage>(m.Page, page => page with { Phase = CopyPhase.Done, Result = m.Result, EndedAt = m.At }),
        CopyMessage.Failed m => state.Edit<CopyPage>(m.Page, page => page with { Phase = CopyPhase.Failed, Problem = m.Problem, EndedAt = m.At }),
        CopyMessage.CancelAsked => state.EditVisible<CopyPage>(page => page.Phase == CopyPhase.Running ? page with { Phase = CopyPhase.Cancelling } : page),
        CopyMessage.Cancelled m => state.Edit<CopyPage>(m.Page, page => page with { Phase = CopyPhase.Cancelled, EndedAt = m.At }),
        _ => state,
    };

    /// <summary>The same name here; the root itself has none, so it is named after its container.</summary>
    public static string DefaultDestination(DeckState state, FilesPage page, FileEntry entry) => entry.Path != "/"
        ? "./" + entry.Name
        : "./" + (state.Targets.GetValueOrDefault(page.Target)?.Name ?? "files");

    public static DeckState Start(DeckState state, FilesPage page, FileEntry entry, string destination) => destination.Trim() is { Length: > 0 } to
        ? state.Open(id => new CopyPage(id, page.Target, entry.Path, to, state.Now))
        : state with { Note = new Note("nothing was copied: no destination was given") };
}
