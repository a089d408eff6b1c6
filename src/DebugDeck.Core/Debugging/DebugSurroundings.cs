namespace DebugDeck.Core.Debugging;

/// <summary>Where things are inside a debug container.</summary>
/// <param name="TargetRoot">The target's files: <c>/proc/1/root</c>, or <c>/</c> in a copy.</param>
/// <param name="Shell">The shell to start scripts with; a path where the target's own PATH cannot be relied on.</param>
public sealed record DebugSurroundings(string TargetRoot, string Shell = "sh");
