using DebugDeck.Core.Certificates;

namespace DebugDeck.Core.Diagnosis.Certificates.Chains;

/// <summary>The best path that was found from a server's certificate upwards, and what is wrong with it.</summary>
/// <param name="Path">The server's certificate first.</param>
/// <param name="IsComplete">It ends in something the store trusts.</param>
/// <param name="Faults">Nothing if it is accepted.</param>
public sealed record ChainVerdict(IReadOnlyList<CertificateFacts> Path, bool IsComplete, IReadOnlyList<ChainFault> Faults)
{
    public bool IsAccepted => Faults.Count == 0;

    public bool Has(ChainFaultKind kind) => Faults.Any(fault => fault.Kind == kind);
}
