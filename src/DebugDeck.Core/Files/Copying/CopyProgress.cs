namespace DebugDeck.Core.Files.Copying;

/// <summary>How far a copy is.</summary>
/// <param name="Bytes">Content so far.</param>
/// <param name="Entries">Files, folders and links so far.</param>
/// <param name="Name">The entry at work, as the archive names it: hostile, escape before showing.</param>
public readonly record struct CopyProgress(long Bytes, long Entries, string Name);
