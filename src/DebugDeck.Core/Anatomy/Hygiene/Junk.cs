using DebugDeck.Core.Files;

namespace DebugDeck.Core.Anatomy.Hygiene;

/// <summary>Something in an image that should not be there.</summary>
/// <param name="Kind">Why not.</param>
/// <param name="Entry">What is there.</param>
/// <param name="What">What it is, in words.</param>
public sealed record Junk(JunkKind Kind, FileEntry Entry, string What);
