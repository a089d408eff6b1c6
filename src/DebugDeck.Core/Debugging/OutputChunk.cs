using DebugDeck.Core.Streams;

namespace DebugDeck.Core.Debugging;

/// <summary>What one read of a remote process brought.</summary>
/// <param name="Channel">Which output.</param>
/// <param name="Count">Bytes written to the caller's buffer; 0 when both outputs have ended.</param>
public readonly record struct OutputChunk(OutputChannel Channel, int Count);
