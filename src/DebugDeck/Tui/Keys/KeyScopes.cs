using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Keys;

/// <summary>Finds out whose keys count at the moment.</summary>
internal static class KeyScopes
{
    public static KeyScope Of(DeckState state) => state.Prompt?.Kind switch
    {
        PromptKind.Filter => KeyScope.Filter,
        PromptKind.Search => KeyScope.Search,
        PromptKind.Destination => KeyScope.Destination,
        PromptKind.Pick => KeyScope.Pick,
        PromptKind.Input => KeyScope.Input,
        PromptKind.SaveFix => KeyScope.SaveFix,
        _ => state.Page switch
        {
            DetailsPage => KeyScope.Details,
            LogsPage => KeyScope.Logs,
            FilesPage => KeyScope.Files,
            CopyPage { Phase: CopyPhase.Running } => KeyScope.Copying,
            CopyPage => KeyScope.Copied,
            PlanPage => KeyScope.Plan,
            HelpPage => KeyScope.Help,
            PlaybooksPage => KeyScope.Playbooks,
            RunPage { Phase: RunPhase.Running } => KeyScope.Running,
            RunPage { Phase: RunPhase.Paused } => KeyScope.Paused,
            RunPage => KeyScope.Ran,
            _ => KeyScope.Inventory,
        },
    };
}
