namespace DebugDeck.Core.Playbooks.Running;

/// <summary>Why a run wants a debug container, for whoever has to say yes.</summary>
/// <param name="Steps">The titles of the steps that cannot do without.</param>
public sealed record SessionNeed(IReadOnlyList<string> Steps);
