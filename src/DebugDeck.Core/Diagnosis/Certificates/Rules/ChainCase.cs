using DebugDeck.Core.Certificates;
using DebugDeck.Core.Diagnosis.Certificates.Chains;
using DebugDeck.Core.Diagnosis.Certificates.Handshakes;

namespace DebugDeck.Core.Diagnosis.Certificates.Rules;

/// <summary>One server's chain and all that is known beside it.</summary>
/// <param name="Request">Whom was spoken to.</param>
/// <param name="Seen">What was seen.</param>
/// <param name="Sent">The chain, parsed.</param>
/// <param name="Verdict">What is wrong with it.</param>
/// <param name="Trust">What the program believes.</param>
/// <param name="Now">When.</param>
/// <param name="Direct">The chain that the same server sends to this machine; null if that was not asked for.</param>
internal sealed record ChainCase(
    TlsRequest Request, TlsObservation Seen, IReadOnlyList<CertificateFacts> Sent, ChainVerdict Verdict, TrustCase Trust, DateTimeOffset Now, IReadOnlyList<CertificateFacts>? Direct);
