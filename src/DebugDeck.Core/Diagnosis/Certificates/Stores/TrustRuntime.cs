namespace DebugDeck.Core.Diagnosis.Certificates.Stores;

/// <summary>Who judges a server's certificate in a container: each looks for its authorities elsewhere (field notes 4.3).</summary>
public enum TrustRuntime
{
    /// <summary>It could not be told.</summary>
    Unknown,

    Go,

    /// <summary>Programs that use OpenSSL with its defaults: C, Ruby, PHP, Rust with native-tls.</summary>
    OpenSsl,

    DotNet,

    Java,

    Node,

    /// <summary>Python's own <c>ssl</c> module (urllib, aiohttp, asyncpg, …).</summary>
    Python,

    /// <summary>Python's requests, which brings its own list (certifi).</summary>
    PythonRequests,
}
