namespace DebugDeck.Core.Images.Archives;

/// <summary>Where a layer is in a file.</summary>
/// <param name="Name">For messages: its digest.</param>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">In bytes, compressed as it is.</param>
public sealed record LayerPlace(string Name, long Start, long Length);
