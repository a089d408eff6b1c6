namespace DebugDeck.Docker.Endpoints;

/// <summary>Where the TLS material of an endpoint is. Read when connecting, so that a renewed certificate needs no restart.</summary>
/// <param name="CaFile">The authorities that the engine's certificate must come from; null for the machine's own.</param>
/// <param name="CertificateFile">Our certificate, for engines that demand one.</param>
/// <param name="KeyFile">Its private key.</param>
/// <param name="SkipVerify">The user said not to check the engine's certificate.</param>
public sealed record EndpointTls(string? CaFile, string? CertificateFile, string? KeyFile, bool SkipVerify);
