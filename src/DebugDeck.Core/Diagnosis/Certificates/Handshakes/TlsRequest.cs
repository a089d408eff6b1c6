using System.Globalization;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Diagnosis.Certificates.Handshakes;

/// <summary>A TLS handshake with a server.</summary>
/// <param name="Host">Where to connect to.</param>
/// <param name="Port">And at which port.</param>
/// <param name="ServerName">The name to ask for (SNI) and to expect in the certificate.</param>
/// <param name="IsDirect">From this machine instead of from inside the target's network; only done when the user asks for it.</param>
public sealed record TlsRequest(string Host, int Port, string ServerName, bool IsDirect = false) : EvidenceRequest<TlsObservation>
{
    public override string Key => string.Create(CultureInfo.InvariantCulture, $"tls {(IsDirect ? "direct " : "")}{Host} {Port} {ServerName}");

    public string Written => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}
