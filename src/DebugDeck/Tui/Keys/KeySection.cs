namespace DebugDeck.Tui.Keys;

/// <summary>The keys of one screen.</summary>
internal sealed record KeySection(string Title, IReadOnlyList<DeckCommand> Commands);
