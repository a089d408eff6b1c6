using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Keys;

/// <summary>The keys that sort the inventory: one capital letter for each column.</summary>
internal static class SortKeys
{
    public static IReadOnlyList<DeckCommand> Commands { get; } =
    [
        new("sort.next", KeyScope.Inventory, ["o", ">"], "sort", "sort by the next column", _ => new InventoryMessage.SortMoved(1)) { FootRank = 8 },
        new("sort.before", KeyScope.Inventory, ["<"], "sort", "sort by the column before", _ => new InventoryMessage.SortMoved(-1)),
        new("sort.turn", KeyScope.Inventory, ["O"], "turn", "turn the order round", _ => new InventoryMessage.SortTurned()),
        By("T", "target", SortColumn.Target),
        By("N", "namespace", SortColumn.Namespace) with { Unavailable = ClusterKeys.SortByNamespace },
        By("I", "image", SortColumn.Image),
        By("S", "state, what is broken first", SortColumn.State),
        By("R", "restarts, most first", SortColumn.Restarts),
        By("A", "age, newest first", SortColumn.Age),
        By("L", "shell", SortColumn.Shell),
        By("F", "family", SortColumn.Family),
        By("B", "libc", SortColumn.Libc),
        By("U", "user", SortColumn.User),
        By("H", "host", SortColumn.Host) with { Unavailable = Availability.SortByHost },
    ];

    private static DeckCommand By(string key, string what, SortColumn column) =>
        new($"sort.{column.ToString().ToLowerInvariant()}", KeyScope.Inventory, [key], "sort", $"sort by {what}; again turns it round", _ => new InventoryMessage.Sorted(column));
}
