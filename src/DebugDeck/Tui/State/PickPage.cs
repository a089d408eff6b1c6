using System.Collections.Immutable;

namespace DebugDeck.Tui.State;

/// <summary>A list of namespaces or contexts that narrows down as the user types.</summary>
/// <param name="Id">As for every page.</param>
/// <param name="Kind">What is listed.</param>
/// <param name="Host">The host whose namespaces are listed; empty for contexts.</param>
internal sealed record PickPage(int Id, PickKind Kind, string Host) : Page(Id)
{
    /// <summary>The entry that stands for all namespaces.</summary>
    public const string All = "all namespaces";

    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Those that match what was typed, the best match first.</summary>
    public ImmutableArray<string> Shown { get; init; } = [];

    /// <summary>What was typed.</summary>
    public string Typed { get; init; } = "";

    public ListPosition Position { get; init; }

    /// <summary>The list is whole.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Why the names are not all there are; null if they are.</summary>
    public string? Remark { get; init; }

    public string? Selected => Position.Selected < Shown.Length ? Shown[Position.Selected] : null;
}
