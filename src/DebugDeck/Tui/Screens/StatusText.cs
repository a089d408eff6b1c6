using DebugDeck.Core.Debugging;
using DebugDeck.Core.Text;
using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>The line above the keys: what there is to say at this moment.</summary>
internal static class StatusText
{
    public static StyledLine Draw(DeckState state)
    {
        if (state.Note is { } note)
        {
            return StyledLine.Of(VisibleText.Escape(note.Text), note.IsProblem ? Tone.Bad : Tone.Strong);
        }

        return state.Page switch
        {
            null when state.Inventory.Filter.Length > 0 =>
                StyledLine.Of(new TextRun("filter: ", Tone.Dim), new TextRun(VisibleText.Escape(state.Inventory.Filter), Tone.Match), new TextRun("  Esc shows everything", Tone.Dim)),
            LogsPage { Problem: { } problem } => StyledLine.Of(VisibleText.Escape(problem.Message), Tone.Bad),
            LogsPage { Search.Length: > 0 } page => Search(page),
            PlanPage { Plan: { IsPossible: true } plan, IsStarting: false } => StyledLine.Of(Question(plan), Tone.Strong),
            RunPage { Plan: not null, Phase: RunPhase.Done or RunPhase.Paused } => StyledLine.Of("a debug container is needed for the rest: Enter starts it", Tone.Strong),
            _ => StyledLine.Empty,
        };
    }

    /// <summary>What stands before the text field.</summary>
    public static string PromptLabel(DeckState state) => state.Prompt?.Kind switch
    {
        PromptKind.Filter => "filter: ",
        PromptKind.Search => "search: ",
        PromptKind.Pick when state.Page is PickPage { Kind: PickKind.Contexts } => "context: ",
        PromptKind.Pick => "namespace: ",
        PromptKind.Destination when state.Page is FilesPage { Selected: { } entry } => $"copy {VisibleText.Escape(entry.Name)} to: ",
        PromptKind.Input => "input: ",
        PromptKind.SaveFix => "save the fix to: ",
        _ => "",
    };

    private static string Question(DebugPlan plan) => plan switch
    {
        { Technique: DebugTechnique.Ephemeral, Reuses: null } => "Enter adds it and opens the shell, Esc leaves everything as it is",
        { Technique: DebugTechnique.Copy, PodName: not null } => "Enter starts the copy and opens the shell, Esc leaves everything as it is",
        _ => "Enter opens the shell, Esc leaves everything as it is",
    };

    private static StyledLine Search(LogsPage page) => page.Match < 0
        ? StyledLine.Of($"'{VisibleText.Escape(page.Search)}' is not in this log", Tone.Warn)
        : StyledLine.Of(new TextRun("search: ", Tone.Dim), new TextRun(VisibleText.Escape(page.Search), Tone.Match), new TextRun($"  line {page.Dropped + page.Match + 1:N0}", Tone.Dim));
}
