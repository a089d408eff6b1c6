using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.Families;

/// <summary>Something that speaks of another family than the one the files are of.</summary>
/// <param name="Family">The family it speaks of.</param>
/// <param name="Kind">Where it stands.</param>
/// <param name="Evidence">What it says.</param>
public sealed record Contradiction(string Family, SignKind Kind, Evidence Evidence);
