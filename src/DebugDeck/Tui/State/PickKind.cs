namespace DebugDeck.Tui.State;

/// <summary>What there is to pick from.</summary>
internal enum PickKind
{
    Namespaces,
    Contexts,
}
