namespace DebugDeck.Core.Files.Capture;

/// <summary>Part of a file.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Bytes">What is there.</param>
public sealed record FilePiece(long Offset, ReadOnlyMemory<byte> Bytes);
