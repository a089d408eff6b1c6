using DebugDeck.Tui.Pictures;
using DebugDeck.Tui.State;

namespace DebugDeck.Tui.Screens;

/// <summary>Which columns the inventory has on this screen, and how wide they are.</summary>
internal static class InventoryColumns
{
    // A name and an image are worth more than columns that the details show as well.
    private const int RoomForNameAndImage = 36;
    private const int RoomForName = 12;

    private static readonly InventoryColumn[] All =
    [
        new(SortColumn.Host, "HOST", 10),
        new(SortColumn.Namespace, "NAMESPACE", 11),
        new(SortColumn.Target, "TARGET", 0),
        new(SortColumn.Image, "IMAGE", 0),
        new(SortColumn.State, "STATE", 10),
        new(SortColumn.Restarts, "RST", 3, AlignEnd: true),
        new(SortColumn.Age, "AGE", 5, AlignEnd: true),
        new(SortColumn.Shell, "SHELL", 9),
        new(SortColumn.Family, "FAMILY", 11),
        new(SortColumn.Libc, "LIBC", 10),
        new(SortColumn.User, "USER", 11),
    ];

    private static readonly SortColumn[] FirstToGo =
        [SortColumn.User, SortColumn.Libc, SortColumn.Family, SortColumn.Restarts, SortColumn.Age, SortColumn.Image, SortColumn.Host, SortColumn.Namespace, SortColumn.Shell];

    public static IReadOnlyList<InventoryColumn> Of(DeckState state)
    {
        var width = DeckLayout.Of(state).Body.Width;
        var columns = All.Where(column => IsOfUse(column.Sort, state.Inventory)).ToList();
        foreach (var leaving in FirstToGo)
        {
            if (Room(columns, width) >= (Has(columns, SortColumn.Image) ? RoomForNameAndImage : RoomForName))
            {
                break;
            }

            columns.RemoveAll(column => column.Sort == leaving);
        }

        return Share(columns, Math.Max(1, Room(columns, width)), state.Inventory);
    }

    private static bool IsOfUse(SortColumn column, InventoryState inventory) => column switch
    {
        SortColumn.Host => inventory.HostCount > 1,
        SortColumn.Namespace => inventory.LongestNamespace > 0,
        _ => true,
    };

    private static List<InventoryColumn> Share(List<InventoryColumn> columns, int room, InventoryState inventory)
    {
        var name = Math.Max(inventory.LongestName, "TARGET ↓".Length);
        var image = Has(columns, SortColumn.Image) ? Math.Max(inventory.LongestImage, "IMAGE ↓".Length) : 0;
        if (name + image > room)
        {
            name = image == 0 ? room : Math.Min(name, Math.Max(room * Share(inventory) / 20, room - image));
            image = image == 0 ? 0 : room - name;
        }

        return [.. columns.Select(column => column.Sort switch
        {
            SortColumn.Target => column with { Width = name },
            SortColumn.Image => column with { Width = image },
            _ => column,
        })];
    }

    // A pod's name ends in what tells it from its siblings; of an image the end is enough.
    private static int Share(InventoryState inventory) => inventory.LongestNamespace > 0 ? 13 : 9;

    // What the fixed columns and the gaps between all columns leave.
    private static int Room(List<InventoryColumn> columns, int width) => width - columns.Sum(column => column.Width) - (columns.Count - 1);

    private static bool Has(List<InventoryColumn> columns, SortColumn sort) => columns.Exists(column => column.Sort == sort);
}
