using System.Text.Json;

namespace DebugDeck.Core.Images.Archives;

/// <summary>What an archive's documents say of the image in it.</summary>
/// <param name="Reference">Its name; null if it has none.</param>
/// <param name="Digest">Of its manifest, or of its configuration where there is no manifest.</param>
/// <param name="Config">Its configuration; null if it is missing.</param>
/// <param name="Layers">The lowest first.</param>
/// <param name="Problems">What was missing, one sentence each.</param>
internal sealed record ArchivedImage(string? Reference, string Digest, JsonDocument? Config, IReadOnlyList<LayerBlob> Layers, IReadOnlyList<string> Problems);
