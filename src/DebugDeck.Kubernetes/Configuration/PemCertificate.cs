using System.Security.Cryptography.X509Certificates;

namespace DebugDeck.Kubernetes.Configuration;

/// <summary>A client certificate with its key, from PEM.</summary>
internal static class PemCertificate
{
    public static X509Certificate2 Read(string certificate, string key)
    {
        var pair = X509Certificate2.CreateFromPem(certificate, key);
        if (!OperatingSystem.IsWindows())
        {
            return pair;
        }

        // Schannel cannot use the ephemeral key of a certificate made from PEM; a round trip through PKCS#12 gives it one it can.
        using (pair)
        {
            return X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null);
        }
    }
}
