namespace DebugDeck.Tui.State;

/// <summary>What a text field asks for.</summary>
internal enum PromptKind
{
    /// <summary>Which targets to show; applied as it is typed.</summary>
    Filter,

    /// <summary>What to look for in a log; applied as it is typed.</summary>
    Search,

    /// <summary>Which entry of a list is meant; narrows it down as it is typed.</summary>
    Pick,

    /// <summary>Where on this machine to copy to.</summary>
    Destination,

    /// <summary>An input of a run.</summary>
    Input,

    /// <summary>Where on this machine to save a fix.</summary>
    SaveFix,
}
