using DebugDeck.Core.Images;

namespace DebugDeck.Commands.Anatomies;

/// <summary>Whether registries may be asked, and for which platform's image.</summary>
internal sealed record RegistryOptions(bool MayAsk, ImagePlatform? Platform);
