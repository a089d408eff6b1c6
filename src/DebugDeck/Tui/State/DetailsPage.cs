namespace DebugDeck.Tui.State;

/// <summary>Everything known about one target.</summary>
internal sealed record DetailsPage(int Id, TargetKey Target) : TargetPage(Id, Target)
{
    public int Top { get; init; }
}
