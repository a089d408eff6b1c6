using System.Security.Cryptography.X509Certificates;

namespace DebugDeck.Kubernetes.Connection;

/// <summary>What a credential plugin answered: a token, a certificate, or both.</summary>
internal sealed record ExecAnswer(string? Token, X509Certificate2? Certificate, DateTimeOffset? ExpiresAt);
