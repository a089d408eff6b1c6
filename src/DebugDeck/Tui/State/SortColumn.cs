namespace DebugDeck.Tui.State;

/// <summary>What the inventory can be sorted by, in the order of the columns.</summary>
internal enum SortColumn
{
    Host,
    Namespace,
    Target,
    Image,
    State,
    Restarts,
    Age,
    Shell,
    Family,
    Libc,
    User,
}
