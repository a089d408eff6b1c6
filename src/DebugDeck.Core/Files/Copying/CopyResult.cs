namespace DebugDeck.Core.Files.Copying;

/// <summary>What a copy brought.</summary>
/// <param name="Path">The file or folder that is there now, as a full path; empty for a stream.</param>
/// <param name="Bytes">Content.</param>
/// <param name="Files">Files, hard links included.</param>
/// <param name="Folders">Folders.</param>
/// <param name="Links">Symbolic links.</param>
/// <param name="Warnings">What was left out and why, safe to show.</param>
public sealed record CopyResult(string Path, long Bytes, long Files, long Folders, long Links, IReadOnlyList<string> Warnings);
