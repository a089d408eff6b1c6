namespace DebugDeck.Core.Diagnosis.Certificates.Stores;

/// <summary>A place that a runtime looks into.</summary>
/// <param name="Path">Absolute; a name in words for a list that is built in.</param>
/// <param name="Kind">How it is read.</param>
/// <param name="Reason">Why it is looked into: <c>SSL_CERT_FILE</c>, <c>default of Go</c>, <c>-Djavax.net.ssl.trustStore</c>.</param>
/// <param name="IsAlternative">Of the alternatives in a row only the first that can be opened is read.</param>
public sealed record TrustPlace(string Path, TrustPlaceKind Kind, string Reason, bool IsAlternative = false)
{
    public bool IsDirectory => Kind is TrustPlaceKind.EveryFile or TrustPlaceKind.HashedFiles;
}
