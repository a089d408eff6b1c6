namespace DebugDeck.Core.Files.Capture;

/// <summary>
/// A question that files can answer. It does not read them: it says what it wishes to see, so that many questions share a round trip,
/// and what it says may depend on what was seen before (a program names its loader).
/// </summary>
public interface IFileQuestion
{
    /// <summary>What to look at next, given what has been seen; empty when that is enough. Wishes for what was asked already are passed over.</summary>
    IEnumerable<FileWish> Wishes(FileCapture seen);
}
