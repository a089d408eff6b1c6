namespace DebugDeck.Core.Files.Remote;

/// <summary>An archive whose maker may have left things out. A stream that <see cref="IContainerFiles.ArchiveAsync"/> returns may be one.</summary>
public interface IArchiveRemarks
{
    /// <summary>What was left out and why, one sentence each, as the maker put it: hostile. Complete once the stream has been read to its end.</summary>
    IReadOnlyList<string> Remarks { get; }
}
