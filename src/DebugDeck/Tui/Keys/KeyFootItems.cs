using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Keys;

/// <summary>The keys at the foot of the screen: as many as fit, the most useful ones first to stay.</summary>
internal static class KeyFootItems
{
    public static IReadOnlyList<FootItem> Of(DeckState state, int width)
    {
        var scope = KeyScopes.Of(state);
        var candidates = KeyTable.Commands.Where(command => command.FootRank > 0 && command.Scope.HasFlag(scope)).ToArray();
        var shown = new HashSet<DeckCommand>();
        foreach (var command in candidates.OrderBy(command => command.FootRank))
        {
            var needed = Item(state, command).Width;
            if (needed > width)
            {
                break;
            }

            shown.Add(command);
            width -= needed;
        }

        return [.. candidates.Where(shown.Contains).Select(command => Item(state, command))];
    }

    private static FootItem Item(DeckState state, DeckCommand command) => new(command.Keys[0], command.Title, command.Unavailable(state) is null);
}
