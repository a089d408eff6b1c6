using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DebugDeck.Core.Errors;
using DebugDeck.Docker.Endpoints;

namespace DebugDeck.Docker.Connections;

/// <summary>TLS as Docker means it: the engine must prove its host name with a certificate of the given authorities, we show ours if we have one.</summary>
internal static class TlsOptions
{
    /// <exception cref="DebugDeckException">Unreachable: the certificate files cannot be used.</exception>
    public static SslClientAuthenticationOptions Read(EndpointTls tls, string host)
    {
        try
        {
            var options = new SslClientAuthenticationOptions { TargetHost = host };
            if (tls is { CertificateFile: { } certificate, KeyFile: { } key })
            {
                options.ClientCertificateContext = Own(certificate, key);
            }

            if (tls.SkipVerify)
            {
                // The user asked for it: DOCKER_TLS without DOCKER_TLS_VERIFY, or a context with SkipTLSVerify.
#pragma warning disable CA5359
                options.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
            }
            else if (tls.CaFile is { } ca)
            {
                options.CertificateChainPolicy = Trusting(ca);
            }

            return options;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new DebugDeckException(ErrorKind.Unreachable, $"the TLS files cannot be used: {error.Message}", "see DOCKER_CERT_PATH, or export the Docker context again", error);
        }
    }

    // Naming the roots keeps the check of the host name, which a callback of our own would have to repeat.
    private static X509ChainPolicy Trusting(string caFile)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            // Private authorities publish no revocation lists.
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.ImportFromPemFile(caFile);
        return policy;
    }

    private static SslStreamCertificateContext Own(string certificateFile, string keyFile)
    {
        var certificate = X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
        if (OperatingSystem.IsWindows())
        {
            // Windows does not use a key that lives in memory alone.
            using var inMemory = certificate;
            certificate = X509CertificateLoader.LoadPkcs12(inMemory.Export(X509ContentType.Pkcs12), null);
        }

        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(certificateFile);
        return SslStreamCertificateContext.Create(certificate, chain, offline: true);
    }
}
