using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;

namespace DebugDeck.Kubernetes.Connection;

/// <summary>What one request proves identity with; either, both or neither may be there.</summary>
internal sealed record Credential(AuthenticationHeaderValue? Authorization, X509Certificate2? Certificate);
