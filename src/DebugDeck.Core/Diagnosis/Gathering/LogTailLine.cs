namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>One line of a log as text. Hostile: escape before showing it.</summary>
/// <param name="At">When the host received it; null if it did not say.</param>
/// <param name="Text">The line, cut where it is absurdly long.</param>
public sealed record LogTailLine(DateTimeOffset? At, string Text);
