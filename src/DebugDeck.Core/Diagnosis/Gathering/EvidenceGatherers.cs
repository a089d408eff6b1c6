using DebugDeck.Core.Diagnosis.Certificates.Handshakes;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>All gatherers. A list by hand, since the release has no reflection; a test sees to it that every kind of evidence has one.</summary>
public static class EvidenceGatherers
{
    public static IReadOnlyList<IEvidenceGatherer> All { get; } =
    [
        new DetailsGatherer(),
        new FileGatherer(),
        new LogGatherer(),
        new ProcessGatherer(),
        new CommandGatherer(),
        new ClusterGatherer(),
        new TlsGatherer(),
        new Dns.Lookups.DnsGatherer(),
    ];
}
