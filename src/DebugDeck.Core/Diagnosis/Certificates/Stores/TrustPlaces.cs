namespace DebugDeck.Core.Diagnosis.Certificates.Stores;

/// <summary>Where each runtime looks, in its order (field notes 4.3).</summary>
public static class TrustPlaces
{
    /// <summary>Where base images keep their bundles: what is looked at for comparison, whoever reads it.</summary>
    public static IReadOnlyList<string> KnownBundles { get; } =
    [
        "/etc/ssl/certs/ca-certificates.crt",
        "/etc/pki/tls/certs/ca-bundle.crt",
        "/etc/ssl/ca-bundle.pem",
        "/etc/pki/tls/cacert.pem",
        "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
        "/etc/ssl/cert.pem",
        "/usr/lib/ssl/cert.pem",
        "/etc/pki/tls/cert.pem",
    ];

    private static readonly string[] GoFolders = ["/etc/ssl/certs", "/etc/pki/tls/certs"];

    private static readonly string[] RequestsVariables = ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"];

    private const string FileVariable = "SSL_CERT_FILE";
    private const string FolderVariable = "SSL_CERT_DIR";

    public static IReadOnlyList<TrustPlace> For(TrustSituation situation) => situation.Runtime switch
    {
        TrustRuntime.Go => Go(situation),
        TrustRuntime.DotNet => DotNet(situation),
        TrustRuntime.Java => JavaTrust.Places(situation),
        TrustRuntime.Node => NodeTrust.Places(situation),
        TrustRuntime.PythonRequests => Requests(situation),
        TrustRuntime.Unknown => Distribution(situation),
        _ => OpenSsl(situation),
    };

    // crypto/x509 root_unix.go: the first file that can be opened, and then every file of the directories as well.
    private static List<TrustPlace> Go(TrustSituation situation)
    {
        var places = new List<TrustPlace>();
        if (situation[FileVariable] is { } file)
        {
            places.Add(new TrustPlace(file, TrustPlaceKind.File, FileVariable));
        }
        else
        {
            places.AddRange(KnownBundles.Take(6).Select(path => new TrustPlace(path, TrustPlaceKind.File, "default of Go", IsAlternative: true)));
        }

        places.AddRange(situation[FolderVariable] is { } folders
            ? Folders(folders, TrustPlaceKind.EveryFile)
            : GoFolders.Select(path => new TrustPlace(path, TrustPlaceKind.EveryFile, "default of Go")));
        return places;
    }

    private static List<TrustPlace> OpenSsl(TrustSituation situation) =>
    [
        situation[FileVariable] is { } file
            ? new TrustPlace(file, TrustPlaceKind.File, FileVariable)
            : new TrustPlace($"{situation.OpenSslFolder}/cert.pem", TrustPlaceKind.File, "default of OpenSSL here"),
        .. situation[FolderVariable] is { } folders
            ? Folders(folders, TrustPlaceKind.HashedFiles)
            : [new TrustPlace($"{situation.OpenSslFolder}/certs", TrustPlaceKind.HashedFiles, "default of OpenSSL here")],
    ];

    // libcurl, GnuTLS and rustls take the distribution's bundle by its path, which plain OpenSSL need not find.
    private static List<TrustPlace> Distribution(TrustSituation situation)
    {
        var places = OpenSsl(situation);
        if (situation[FileVariable] is null)
        {
            places.InsertRange(0, KnownBundles.Take(6).Select(path => new TrustPlace(path, TrustPlaceKind.File, "the distribution's bundle", IsAlternative: true)));
        }

        return places;
    }

    // OpenSslCachedSystemStoreProvider.cs: OpenSSL's file, and every file of its directories; an empty default directory is stood in for by /etc/ssl/certs.
    private static List<TrustPlace> DotNet(TrustSituation situation)
    {
        var places = OpenSsl(situation).Select(place => place.IsDirectory ? place with { Kind = TrustPlaceKind.EveryFile } : place).ToList();
        if (situation[FolderVariable] is null && situation.OpenSslFolder != "/etc/ssl")
        {
            places[^1] = places[^1] with { IsAlternative = true };
            places.Add(new TrustPlace("/etc/ssl/certs", TrustPlaceKind.EveryFile, "default of .NET", IsAlternative: true));
        }

        return places;
    }

    private static List<TrustPlace> Requests(TrustSituation situation)
    {
        var variable = RequestsVariables.FirstOrDefault(name => situation[name] is not null);
        return variable is not null
            ? [new TrustPlace(situation[variable]!, TrustPlaceKind.File, variable)]
            : [situation.CertifiFile is { } certifi
                ? new TrustPlace(certifi, TrustPlaceKind.File, "certifi's own file")
                : new TrustPlace("certifi's own list", TrustPlaceKind.BuiltIn, "default of requests")];
    }

    internal static IEnumerable<TrustPlace> Folders(string value, TrustPlaceKind kind) =>
        value.Split(':', StringSplitOptions.RemoveEmptyEntries).Take(20).Select(path => new TrustPlace(path, kind, FolderVariable));
}
