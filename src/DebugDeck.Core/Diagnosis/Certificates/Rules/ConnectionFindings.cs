using DebugDeck.Core.Diagnosis.Certificates.Handshakes;
using DebugDeck.Core.Text;

namespace DebugDeck.Core.Diagnosis.Certificates.Rules;

/// <summary>What the connection itself says, whatever the certificate is.</summary>
internal static class ConnectionFindings
{
    public static IEnumerable<Finding> Of(TlsRequest request, TlsObservation seen)
    {
        var place = request.Written;
        var finding = seen.Outcome switch
        {
            TlsOutcome.Completed when seen is { AsksForClientCertificate: true, Alert: not null } => ClientCertificate(place),
            TlsOutcome.Completed when seen.AsksForClientCertificate => new Finding("ca.client-certificate-welcome", Severity.Info, $"{place} would take a client's certificate", "It asks for one and goes on without it."),
            TlsOutcome.Completed => null,
            TlsOutcome.Alert when seen.AsksForClientCertificate => ClientCertificate(place),
            TlsOutcome.Alert when seen.Alert is TlsAlerts.ProtocolVersion => Problem("ca.protocol", $"{place} speaks none of the TLS versions of today", "It answers TLS 1.2 and 1.3 with a protocol alert, so it is left at an older version, which clients refuse. It has to be brought up to date."),
            TlsOutcome.Alert when seen.Alert is TlsAlerts.HandshakeFailure or "insufficient_security" => Problem("ca.protocol", $"{place} and clients of today agree on no cipher", "The server ends the handshake because none of the offered ciphers suits it, or because it knows no certificate for this name."),
            TlsOutcome.Alert when seen.Alert is TlsAlerts.UnrecognizedName => Problem("ca.name-unknown", $"{place} does not know the name {request.ServerName}", "The name that is asked for (SNI) is not served there."),
            TlsOutcome.Alert => Problem("ca.alert", $"{place} ends the handshake", $"The server's alert is {seen.Alert ?? "encrypted"}."),
            TlsOutcome.NotTls => Problem("ca.not-tls", $"{place} does not speak TLS", $"It answers in the clear: \"{VisibleText.Escape(seen.Answer ?? "")}\". The port or the scheme (http instead of https) is wrong, or the server upgrades only on request (STARTTLS)."),
            TlsOutcome.Closed => Problem("ca.closed", $"{place} closes the connection", "It accepts the connection and ends it without a word of TLS: a load balancer without a server behind it, a mesh that wants its own certificates, or a policy."),
            TlsOutcome.NameNotFound => Problem("ca.name-not-found", $"{request.Host} has no address", "The name does not resolve in the target's network. Run the playbook dns."),
            TlsOutcome.Refused => Problem("ca.refused", $"{place} refuses connections", "The address is reached and nothing listens at that port: wrong port, or the server is down."),
            TlsOutcome.TimedOut => Problem("ca.timeout", $"{place} does not answer", "Nothing comes back: a network policy or firewall drops the packets, or the address is wrong. That has nothing to do with certificates."),
            TlsOutcome.Unreachable => Problem("ca.unreachable", $"There is no way to {place}", "The network says that the address cannot be reached."),
            _ => Problem("ca.handshake-failed", $"The handshake with {place} fails", $"{VisibleText.Escape(seen.Words ?? "No reason is given")}."),
        };
        return finding is null ? [] : [finding with { Evidence = [new Evidence("tls", place, TlsEvidence.Words(request, seen)), .. seen.Words is { } words ? new[] { new Evidence("tls", place, words) } : []] }];
    }

    private static Finding ClientCertificate(string place) => Problem(
        "ca.client-certificate", $"{place} wants a certificate of the client", "Without one it ends the connection (mutual TLS). The program has to be given a certificate and its key that the server's authority signed.");

    private static Finding Problem(string rule, string title, string explanation) => new(rule, Severity.Problem, title, explanation);
}
