using DebugDeck.Core.Diagnosis.Certificates.Handshakes;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>All kinds of evidence. A list by hand, since the release has no reflection; a test compares it with the requests there are.</summary>
public static class EvidenceKinds
{
    public static IReadOnlyList<EvidenceKind> All { get; } =
    [
        DetailsEvidence.Kind,
        FileEvidence.Kind,
        LogEvidence.Kind,
        ProcessEvidence.Kind,
        CommandEvidence.Kind,
        ClusterEvidence.Kind,
        TlsEvidence.Kind,
        Dns.Lookups.DnsEvidence.Kind,
    ];

    /// <summary>The kind of a request.</summary>
    /// <exception cref="InvalidOperationException">It is not in the list, which is a mistake of ours.</exception>
    public static EvidenceKind Of(EvidenceRequest request) => All.FirstOrDefault(kind => kind.Covers(request))
        ?? throw new InvalidOperationException($"no kind of evidence covers {request.GetType().Name}; add it to EvidenceKinds");

    /// <summary>The kind of that name; null if there is none.</summary>
    public static EvidenceKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
