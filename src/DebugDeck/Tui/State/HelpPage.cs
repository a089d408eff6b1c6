namespace DebugDeck.Tui.State;

/// <summary>All keys.</summary>
internal sealed record HelpPage(int Id) : Page(Id)
{
    public int Top { get; init; }
}
