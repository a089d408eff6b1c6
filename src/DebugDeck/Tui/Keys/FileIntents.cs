using DebugDeck.Core.Files;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Keys;

/// <summary>What keys mean that depends on the selected file.</summary>
internal static class FileIntents
{
    /// <summary>Into a directory, and into a link, which may lead to one; anything else can only be copied.</summary>
    public static Message Open(DeckState state) => state.Page is FilesPage { Selected.Kind: FileKind.Directory or FileKind.Link }
        ? new FilesMessage.Entered()
        : new PromptMessage.Opened(PromptKind.Destination);
}
