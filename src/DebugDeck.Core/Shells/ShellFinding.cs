namespace DebugDeck.Core.Shells;

/// <summary>The shell of a container, or the evidence that there is none.</summary>
/// <param name="Verdict">What was found.</param>
/// <param name="Path">The shell's path as the target sees it; null unless the verdict is yes.</param>
/// <param name="Evidence">What was looked at, one sentence each, for a person to read.</param>
public sealed record ShellFinding(ShellVerdict Verdict, string? Path, IReadOnlyList<string> Evidence)
{
    /// <summary>Nothing has been looked at yet.</summary>
    public static ShellFinding NotLookedAt { get; } = new(ShellVerdict.Unknown, null, []);
}
