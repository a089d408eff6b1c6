namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>The end of a log.</summary>
/// <param name="Lines">Oldest first.</param>
/// <param name="IsCut">There are older lines, which were not read.</param>
public sealed record LogTail(IReadOnlyList<LogTailLine> Lines, bool IsCut = false);
