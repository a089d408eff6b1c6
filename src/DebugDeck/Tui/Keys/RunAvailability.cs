using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Keys;

/// <summary>Why something cannot be done with a run now; null if it can.</summary>
internal static class RunAvailability
{
    public static string? Choose(DeckState state) => state.Page is PlaybooksPage { Selected: null } ? "the target is still being looked at" : null;

    public static string? Allow(DeckState state) => state.Page is RunPage { Plan: null } ? "no debug container is asked for" : null;

    public static string? Fix(DeckState state) => state.Page is RunPage { SelectedFix: null } ? "the selected step has no fix" : null;

    public static string? File(DeckState state) => state.Page is RunPage { SelectedFile: null } ? "the selected step quotes no file" : null;

    public static string? Input(DeckState state) => state.Page is RunPage { Playbook.Inputs.Count: 0 } ? "the playbook has no inputs" : null;
}
