namespace DebugDeck.Core.Files.Extraction;

/// <summary>How much an archive may unpack to before it is taken for a bomb.</summary>
/// <param name="Bytes">All contents together.</param>
/// <param name="Entries">Files, folders and links together.</param>
public sealed record ExtractLimits(long Bytes = long.MaxValue, long Entries = long.MaxValue);
