using DebugDeck.Tui.Messages;

namespace DebugDeck.Tui.State;

/// <summary>What happens to the text field at the foot of the screen.</summary>
internal static class PromptReducer
{
    public static DeckState Reduce(DeckState state, PromptMessage message) => message switch
    {
        PromptMessage.Opened m => state with { Prompt = new Prompt(m.Kind, FirstText(state, m.Kind)), Note = null },
        PromptMessage.Edited m when state.Prompt is { } prompt => Apply(state with { Prompt = prompt with { Text = m.Text } }, prompt.Kind, m.Text),
        PromptMessage.Accepted when state.Prompt is { } prompt => Accept(state with { Prompt = null }, prompt),
        PromptMessage.Abandoned when state.Prompt is { Kind: PromptKind.Pick } => state.Close(),
        PromptMessage.Abandoned when state.Prompt is { } prompt => Apply(state with { Prompt = null }, prompt.Kind, ""),
        _ => state,
    };

    private static string FirstText(DeckState state, PromptKind kind) => kind switch
    {
        PromptKind.Filter => state.Inventory.Filter,
        PromptKind.Search when state.Page is LogsPage page => page.Search,
        PromptKind.Destination when state.Page is FilesPage { Selected: { } entry } page => CopyReducer.DefaultDestination(state, page, entry),
        PromptKind.Input when state.Page is RunPage page => RunReducer.InputText(page),
        PromptKind.SaveFix when state.Page is RunPage { SelectedFix: { } fix } page => $"./{page.Playbook.Name}-fix.{Extension(fix.Language)}",
        _ => "",
    };

    private static DeckState Apply(DeckState state, PromptKind kind, string text) => kind switch
    {
        PromptKind.Filter => InventoryReducer.Filter(state, text),
        PromptKind.Search => LogsReducer.Search(state, text),
        PromptKind.Pick => PickReducer.Filter(state, text),
        _ => state,
    };

    private static DeckState Accept(DeckState state, Prompt prompt) => prompt.Kind switch
    {
        PromptKind.Pick => PickReducer.Choose(state),
        PromptKind.Destination when state.Page is FilesPage { Selected: { } entry } page => CopyReducer.Start(state, page, entry, prompt.Text),
        PromptKind.Input => RunReducer.SetInput(state, prompt.Text),
        PromptKind.SaveFix => RunReducer.Save(state, prompt.Text),
        _ => state,
    };

    private static string Extension(string language) => language switch
    {
        "dockerfile" => "Dockerfile",
        "yaml" => "yaml",
        "shell" => "sh",
        _ => "txt",
    };
}
