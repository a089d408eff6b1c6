using System.Security.Cryptography.X509Certificates;

namespace DebugDeck.Kubernetes.Configuration;

/// <summary>Where an API server is and how its certificate is judged.</summary>
public sealed record ClusterEndpoint
{
    /// <summary>With a trailing slash, so that relative paths keep a path prefix (Rancher and others have one).</summary>
    public required Uri Server { get; init; }

    /// <summary>The PEM of the authorities that may sign the server's certificate; null for the system's.</summary>
    public byte[]? AuthorityPem { get; init; }

    /// <summary>The parsed authorities.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    /// <summary><c>insecure-skip-tls-verify</c>: anything goes. Only ever set by the user.</summary>
    public bool SkipVerification { get; init; }

    /// <summary><c>tls-server-name</c>: the name to ask for and to check instead of the server's host.</summary>
    public string? ServerName { get; init; }

    /// <summary><c>proxy-url</c> (http, https, socks5); null for the environment's usual proxies.</summary>
    public Uri? Proxy { get; init; }
}
