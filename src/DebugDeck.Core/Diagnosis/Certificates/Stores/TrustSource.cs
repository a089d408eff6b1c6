using DebugDeck.Core.Certificates;

namespace DebugDeck.Core.Diagnosis.Certificates.Stores;

/// <summary>A place, and what the runtime got out of it.</summary>
/// <param name="Place">The place.</param>
/// <param name="State">What became of it.</param>
/// <param name="Certificates">What is in the store because of it.</param>
/// <param name="PassedOver">Certificates that are there and that this runtime does not take, with the reason.</param>
/// <param name="Faults">What in it cannot be read.</param>
public sealed record TrustSource(
    TrustPlace Place,
    TrustSourceState State,
    IReadOnlyList<StoredCertificate> Certificates,
    IReadOnlyList<(StoredCertificate Stored, string Reason)> PassedOver,
    IReadOnlyList<CertificateFault> Faults)
{
    /// <summary>Why it cannot be read; null where it can.</summary>
    public string? Obstacle { get; init; }
}
