namespace DebugDeck.Core.Certificates;

/// <summary>How a file of certificates is written.</summary>
public enum CertificateFormat
{
    /// <summary>Nothing of what follows.</summary>
    Unknown,

    /// <summary>Text between <c>-----BEGIN CERTIFICATE-----</c> and <c>-----END CERTIFICATE-----</c> (RFC 7468).</summary>
    Pem,

    /// <summary>One certificate in binary.</summary>
    Der,

    /// <summary>Java's own key store.</summary>
    Jks,

    /// <summary>A PKCS #12 store, Java's default since 9 and Debian's <c>cacerts</c>.</summary>
    Pkcs12,
}
