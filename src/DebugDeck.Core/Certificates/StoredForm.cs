namespace DebugDeck.Core.Certificates;

/// <summary>How a certificate is written in its file, which decides who reads it.</summary>
public enum StoredForm
{
    /// <summary><c>CERTIFICATE</c> without headers, or an entry of a store: everybody reads it.</summary>
    Plain,

    /// <summary><c>TRUSTED CERTIFICATE</c>: OpenSSL's own form with its uses behind it. Only OpenSSL itself reads it.</summary>
    Trusted,

    /// <summary><c>X509 CERTIFICATE</c>: the old name of the label. Only OpenSSL reads it.</summary>
    OldLabel,

    /// <summary>With header lines in the block, which Go skips.</summary>
    WithHeaders,

    /// <summary>In a PKCS #12 store without the attribute that makes it an authority for Java (as OpenSSL writes it): Java does not see it.</summary>
    WithoutJavaTrust,
}
