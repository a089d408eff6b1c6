using DebugDeck.Core.Certificates;

namespace DebugDeck.Core.Diagnosis.Certificates.Chains;

/// <summary>One reason why a chain is refused.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Certificate">The certificate that is at fault; the last one known where an issuer is missing.</param>
/// <param name="Depth">0 for the server's own, then upwards.</param>
/// <param name="Detail">More in words, where there is more to say.</param>
public sealed record ChainFault(ChainFaultKind Kind, CertificateFacts Certificate, int Depth, string Detail = "");
