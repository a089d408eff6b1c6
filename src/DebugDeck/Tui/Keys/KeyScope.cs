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

    /// <summary>The playbooks to choose from.</summary>
    Playbooks = 1 << 15,

    /// <summary>A run of a playbook that is over.</summary>
    Ran = 1 << 16,

    /// <summary>A run that goes on.</summary>
    Running = 1 << 17,

    /// <summary>A run that waits for the user to go on to its next step.</summary>
    Paused = 1 << 20,
    Rested = Ran | Paused,
    Runs = Ran | Running | Paused,

    /// <summary>More text fields.</summary>
    Input = 1 << 18,
    SaveFix = 1 << 19,

    Pages = Details | Logs | Files | Copying | Copied | Plan | Help | Playbooks | Runs,
    Screens = Inventory | Pages,
    Prompts = Filter | Search | Destination | Pick | Input | SaveFix,
    Everywhere = Screens | Prompts,
}
