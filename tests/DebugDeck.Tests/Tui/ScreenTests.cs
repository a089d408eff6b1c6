using DebugDeck.TestKit;

namespace DebugDeck.Tests.Tui;

/// <summary>What every screen looks like, at the smallest size we are made for and at a comfortable one.</summary>
public sealed class ScreenTests
{
    [Theory]
    [InlineData(80, 24)]
    [InlineData(160, 45)]
    public void The_inventory(int columns, int rows)
    {
        using var deck = DeckDriver.With(Sample.Targets, columns, rows);

        Golden.Matches($"inventory-{columns}x{rows}", deck.Screen);
    }
}
