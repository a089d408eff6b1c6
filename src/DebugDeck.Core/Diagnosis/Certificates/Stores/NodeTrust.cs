namespace DebugDeck.Core.Diagnosis.Certificates.Stores;

/// <summary>Where Node looks: its own list, unless it is told otherwise.</summary>
internal static class NodeTrust
{
    public static IReadOnlyList<TrustPlace> Places(TrustSituation situation)
    {
        var places = new List<TrustPlace>();
        if (Has(situation, "--use-openssl-ca"))
        {
            places.AddRange(TrustPlaces.For(situation with { Runtime = TrustRuntime.OpenSsl }).Select(place => place with { Reason = $"{place.Reason}, --use-openssl-ca" }));
        }
        else
        {
            places.Add(new TrustPlace("Node's own list", TrustPlaceKind.BuiltIn, "default of Node"));
        }

        if (Has(situation, "--use-system-ca") || situation["NODE_USE_SYSTEM_CA"] == "1")
        {
            places.Add(situation["SSL_CERT_FILE"] is { } file
                ? new TrustPlace(file, TrustPlaceKind.File, "SSL_CERT_FILE, --use-system-ca")
                : new TrustPlace("/etc/ssl/cert.pem", TrustPlaceKind.File, "--use-system-ca"));
            places.AddRange(situation["SSL_CERT_DIR"] is { } folders
                ? TrustPlaces.Folders(folders, TrustPlaceKind.EveryFile)
                : [new TrustPlace("/etc/ssl/certs", TrustPlaceKind.EveryFile, "--use-system-ca")]);
        }

        if (situation["NODE_EXTRA_CA_CERTS"] is { } extra)
        {
            places.Add(new TrustPlace(extra, TrustPlaceKind.File, "NODE_EXTRA_CA_CERTS"));
        }

        return places;
    }

    private static bool Has(TrustSituation situation, string option) =>
        situation.Command.Contains(option)
        || (situation["NODE_OPTIONS"] ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains(option);
}
