using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace DebugDeck.Practice.Network;

/// <summary>Judges a server's chain as OpenSSL does, against the authorities of the container and nothing else.</summary>
internal static class TlsVerdict
{
    /// <summary>Why it is refused; null if it is good.</summary>
    public static TlsException? Of(X509Certificate2 certificate, X509Chain received, SslPolicyErrors errors, TlsTrust trust)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(trust.Authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ExtraStore.AddRange(received.ChainPolicy.ExtraStore);
        if (!chain.Build(certificate))
        {
            var flags = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (sum, status) => sum | status.Status);
            if (flags.HasFlag(X509ChainStatusFlags.PartialChain))
            {
                return new TlsException(20, "unable to get local issuer certificate");
            }

            if (flags.HasFlag(X509ChainStatusFlags.UntrustedRoot))
            {
                return new TlsException(19, "self-signed certificate in certificate chain");
            }

            if (flags.HasFlag(X509ChainStatusFlags.NotTimeValid))
            {
                return certificate.NotBefore.ToUniversalTime() > TimeProvider.System.GetUtcNow().UtcDateTime
                    ? new TlsException(9, "certificate is not yet valid")
                    : new TlsException(10, "certificate has expired");
            }

            return new TlsException(1, "unspecified certificate verification error");
        }

        return errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? new TlsException(62, "hostname mismatch") : null;
    }
}
