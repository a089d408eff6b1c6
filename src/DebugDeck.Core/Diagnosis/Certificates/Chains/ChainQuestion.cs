using DebugDeck.Core.Certificates;

namespace DebugDeck.Core.Diagnosis.Certificates.Chains;

/// <summary>A chain to be judged.</summary>
public sealed record ChainQuestion
{
    /// <summary>As the server sent it, its own certificate first.</summary>
    public required IReadOnlyList<CertificateFacts> Sent { get; init; }

    /// <summary>What the client trusts.</summary>
    public required IReadOnlyList<CertificateFacts> Trusted { get; init; }

    /// <summary>It also trusts public authorities, of which only the names are known.</summary>
    public bool TrustsPublicAuthorities { get; init; }

    /// <summary>The name or address that the client connects to; null to leave it out.</summary>
    public string? Host { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required ChainRules Rules { get; init; }
}
