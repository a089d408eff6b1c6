using DebugDeck.Core.Diagnosis.Certificates.Stores;

namespace DebugDeck.Core.Diagnosis.Certificates.Chains;

/// <summary>What runtimes do not agree on when they judge a chain.</summary>
/// <param name="TrustsAnyCertificate">Whatever is in the store ends a chain; else only what signed itself does.</param>
/// <param name="FallsBackToCommonName">A certificate without any alternative names is judged by its common name.</param>
/// <param name="IsStrict">RFC 5280 to the letter (<c>X509_V_FLAG_X509_STRICT</c>).</param>
/// <param name="RefusesShortRsa">RSA under 2048 bits is refused.</param>
public sealed record ChainRules(bool TrustsAnyCertificate, bool FallsBackToCommonName, bool IsStrict, bool RefusesShortRsa)
{
    /// <summary>The rules of a runtime in a version; an unknown version counts as one of the last years.</summary>
    public static ChainRules For(TrustRuntime runtime, string? version = null) => runtime switch
    {
        TrustRuntime.Go => new(true, false, false, false),
        TrustRuntime.Java => new(true, true, false, false),
        TrustRuntime.Python => IsAtLeast(version, 3, 13) ? new(true, false, true, true) : new(false, false, false, true),
        TrustRuntime.PythonRequests => new(false, false, false, true),
        TrustRuntime.Node => new(false, true, false, true),
        TrustRuntime.DotNet => new(false, true, false, true),
        _ => new(false, true, false, true),
    };

    private static bool IsAtLeast(string? version, int major, int minor) =>
        Version.TryParse(version, out var parsed) && parsed >= new Version(major, minor);
}
