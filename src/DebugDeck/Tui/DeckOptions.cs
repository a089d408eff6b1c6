using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Playbooks.Files;

namespace DebugDeck.Tui;

/// <summary>What the command line says about the terminal user interface.</summary>
public sealed record DeckOptions
{
    /// <summary>Listen to the mouse; without it the terminal's own selection works as usual.</summary>
    public bool Mouse { get; init; } = true;

    /// <summary>The clusters that can be switched to; null if there are none.</summary>
    public IHostSource? Contexts { get; init; }

    /// <summary>The playbooks there are, read when they are first wanted.</summary>
    public Func<PlaybookLibrary> Playbooks { get; init; } = static () => PlaybookLibrary.Builtin;

    /// <summary>Looks at what containers are made of; null for one that remembers nothing between runs.</summary>
    public AnatomyLookup? Anatomies { get; init; }

    /// <summary>The toolbox that a shell is opened with.</summary>
    public string Toolbox { get; init; } = "busybox";
}
