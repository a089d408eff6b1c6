using System.Globalization;
using DebugDeck.Core.Certificates;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Diagnosis.Certificates.Handshakes;

/// <summary>How handshakes are shown and kept.</summary>
public static class TlsEvidence
{
    public static EvidenceKind Kind { get; } = new EvidenceKind<TlsRequest, TlsObservation>(
        "tls", TlsJson.Default.TlsRequest, TlsJson.Default.TlsObservation, Show);

    private static List<Evidence> Show(TlsRequest request, TlsObservation observation)
    {
        var place = request.IsDirect ? $"{request.Written} from this machine" : request.Written;
        var shown = new List<Evidence> { new("tls", place, Words(request, observation)) };
        foreach (var (index, der) in observation.Chain.Index())
        {
            var words = CertificateParser.TryParse(der, out var fault) is { } certificate
                ? $"{certificate.Subject} · issued by {certificate.Issuer} · {Day(certificate.NotBefore)} to {Day(certificate.NotAfter)} · {certificate.Key}"
                : fault!;
            shown.Add(new Evidence("tls", string.Create(CultureInfo.InvariantCulture, $"{place}, certificate {index}"), words));
        }

        return shown;
    }

    /// <summary>The outcome in one line.</summary>
    public static string Words(TlsRequest request, TlsObservation observation) => observation.Outcome switch
    {
        TlsOutcome.Completed => $"{observation.Protocol}, {observation.Cipher}, {observation.Chain.Count} certificates sent, asked for {request.ServerName}",
        TlsOutcome.NotTls => $"answers without TLS: {observation.Answer}",
        TlsOutcome.Alert => $"ends the handshake with the alert {observation.Alert ?? "(encrypted)"}",
        TlsOutcome.Closed => "closes the connection without a word",
        _ => observation.Words ?? observation.Outcome.ToString(),
    };

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
