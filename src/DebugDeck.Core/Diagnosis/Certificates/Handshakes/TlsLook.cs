using System.ComponentModel;
using System.Globalization;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DebugDeck.Core.Diagnosis.Certificates.Handshakes;

/// <summary>
/// One handshake over any stream, which trusts nothing and accepts everything: it only looks. No secret is sent, so nothing is lost to whoever answers.
/// </summary>
public static class TlsLook
{
    // A server that wants a client's certificate says so only after the handshake in TLS 1.3; one that does not, says nothing.
    private static readonly TimeSpan AfterHandshake = TimeSpan.FromMilliseconds(400);

    /// <param name="connection">Carries the bytes; stays open.</param>
    /// <param name="serverName">SNI.</param>
    /// <param name="protocols">None for what this machine would offer.</param>
    /// <param name="cancellationToken">Ends it at its time limit, too.</param>
    public static async Task<TlsObservation> HandshakeAsync(Stream connection, string serverName, SslProtocols protocols, CancellationToken cancellationToken)
    {
        await using var tap = new TapStream(connection);
        List<ReadOnlyMemory<byte>> chain = [];
        var asked = false;
        await using var secure = new SslStream(tap, leaveInnerStreamOpen: true);

        // What is sent is judged afterwards, against the target's store; nothing but the handshake goes over this connection.
#pragma warning disable CA5359
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = serverName,
            EnabledSslProtocols = protocols,
            CertificateChainPolicy = Nothing(),
            RemoteCertificateValidationCallback = (_, certificate, built, _) =>
            {
                chain = Sent(certificate, built);
                return true;
            },
            LocalCertificateSelectionCallback = (_, _, _, remote, _) =>
            {
                asked |= remote is not null;
                return null!;
            },
        };
#pragma warning restore CA5359
        try
        {
            await secure.AuthenticateAsClientAsync(options, cancellationToken);
            var observation = new TlsObservation
            {
                Outcome = TlsOutcome.Completed,
                Protocol = Name(secure.SslProtocol),
                Cipher = secure.NegotiatedCipherSuite.ToString(),
                Chain = chain,
                AsksForClientCertificate = asked || ServerFlight.Read(tap.Kept).AsksForClientCertificate,
            };
            return observation.AsksForClientCertificate ? await AfterwardsAsync(observation, secure, cancellationToken) : observation;
        }
        catch (Exception e) when (IsFailure(e))
        {
            return Failure(tap, chain, asked, e);
        }
    }

    private static bool IsFailure(Exception e) => e is AuthenticationException or IOException or Win32Exception or CryptographicException or InvalidOperationException;

    private static async Task<TlsObservation> AfterwardsAsync(TlsObservation observation, SslStream secure, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(AfterHandshake);
        try
        {
            return await secure.ReadAsync(new byte[1], limit.Token) == 0 ? observation with { Alert = TlsAlerts.CertificateRequired } : observation;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return observation;
        }
        catch (Exception e) when (IsFailure(e))
        {
            return observation with { Alert = TlsAlerts.CertificateRequired, Words = Innermost(e) };
        }
    }

    private static TlsObservation Failure(TapStream tap, List<ReadOnlyMemory<byte>> chain, bool asked, Exception e)
    {
        var flight = ServerFlight.Read(tap.Kept);
        return new TlsObservation
        {
            Outcome = flight switch
            {
                { AlertNumber: not null } => TlsOutcome.Alert,
                { IsTls: true } when asked || flight.AsksForClientCertificate => TlsOutcome.Alert,
                { Text: not null } => TlsOutcome.NotTls,
                { IsTls: false } => TlsOutcome.Closed,
                _ => TlsOutcome.Failed,
            },
            Chain = chain.Count > 0 ? chain : flight.Chain,
            AsksForClientCertificate = asked || flight.AsksForClientCertificate,
            Alert = flight.AlertNumber is { } number ? TlsAlerts.Name(number) : null,
            Answer = flight.Text,
            Words = Innermost(e),
        };
    }

    // The platform's own judgement is not asked for, and nothing is fetched from where a hostile certificate points.
    private static X509ChainPolicy Nothing() => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        RevocationMode = X509RevocationMode.NoCheck,
        DisableCertificateDownloads = true,
    };

    private static List<ReadOnlyMemory<byte>> Sent(X509Certificate? own, X509Chain? built)
    {
        var sent = (built?.ChainPolicy.ExtraStore ?? []).Select(certificate => (ReadOnlyMemory<byte>)certificate.RawData).ToList();
        var first = (ReadOnlyMemory<byte>)(own?.GetRawCertData() ?? []);

        // Platforms differ in whether the server's own is among the others.
        return [first, .. sent.Where(other => !other.Span.SequenceEqual(first.Span))];
    }

    private static string Name(SslProtocols protocol) => protocol switch
    {
        SslProtocols.Tls13 => "TLS 1.3",
        SslProtocols.Tls12 => "TLS 1.2",
        _ => string.Create(CultureInfo.InvariantCulture, $"{protocol}"),
    };

    private static string Innermost(Exception e) => (e.InnerException is { } inner ? Innermost(inner) : e.Message).TrimEnd('.');
}
