namespace DebugDeck.Tui.Keys;

/// <summary>Where a key has its meaning.</summary>
[Flags]
internal enum KeyScope
{
    None = 0,
    Inventory = 1 << 0,
    Details = 1 << 1,
    Logs = 1 << 2,
    Files = 1 << 3,

    /// <summary>A copy that is running.</summary>
    Copying = 1 << 4,
    Plan = 1 << 5,
    Help = 1 << 6,

    /// <summary>The text fields.</summary>
    Filter = 1 << 7,
    Search = 1 << 8,
    Destination = 1 << 9,

    /// <summary>A copy that is over.</summary>
    Copied = 1 << 10,

    /// <summary>The list to pick a namespace or a context from.</summary>
    Pick = 1 << 14,

    Pages = Details | Logs | Files | Copying | Copied | Plan | Help,
    Screens = Inventory | Pages,
    Prompts = Filter | Search | Destination | Pick,
    Everywhere = Screens | Prompts,
}
