namespace DebugDeck.Core.Diagnosis.Certificates.Stores;

/// <summary>What decides where a program looks for its authorities.</summary>
public sealed record TrustSituation
{
    public required TrustRuntime Runtime { get; init; }

    /// <summary>Its environment, as far as it is known.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The whole environment is known: a variable that is not in it is not set.</summary>
    public bool KnowsEnvironment { get; init; }

    /// <summary>Program and arguments.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Where the OpenSSL that it uses was configured to look (OPENSSLDIR).</summary>
    public string OpenSslFolder { get; init; } = "/usr/lib/ssl";

    /// <summary>The Java home; null if it could not be told.</summary>
    public string? JavaHome { get; init; }

    /// <summary>Where certifi's file is; null if none was found.</summary>
    public string? CertifiFile { get; init; }

    /// <summary>The runtime's version where it is known (<c>3.13</c>).</summary>
    public string? Version { get; init; }

    /// <summary>The value of a variable; null if it is not set or empty, which all of these runtimes take for the same.</summary>
    public string? this[string name] => Environment.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
