namespace DebugDeck.Tui.Messages;

/// <summary>Something that happened: a key of the user's, an answer of a host's. The only way to change the state.</summary>
internal abstract record Message;
