using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Diagnosis.Certificates.Rules;

/// <summary>Where the OpenSSL of a distribution was configured to look (OPENSSLDIR), told by what is there.</summary>
internal static class OpenSslPlaces
{
    private static readonly (string Folder, string[] Signs)[] Known =
    [
        ("/usr/lib/ssl", ["/usr/lib/ssl", "/var/lib/dpkg/status", "/var/lib/dpkg/status.d", "/var/lib/chisel/manifest.wall"]),
        ("/etc/pki/tls", ["/etc/pki/tls/openssl.cnf", "/etc/redhat-release", "/var/lib/rpm", "/usr/lib/sysimage/rpm"]),
        ("/etc/ssl", ["/lib/apk/db/installed", "/usr/lib/apk/db/installed", "/etc/ssl/openssl.cnf"]),
    ];

    public static IEnumerable<string> Hints => Known.SelectMany(known => known.Signs);

    public static IReadOnlyList<string> CertifiFiles { get; } =
    [
        .. new[] { "/usr/lib/python3/dist-packages" }
            .Concat(Enumerable.Range(9, 6).Reverse().SelectMany(minor => new[] { $"/usr/local/lib/python3.{minor}/site-packages", $"/usr/lib/python3.{minor}/site-packages", $"/app/.venv/lib/python3.{minor}/site-packages", $"/opt/venv/lib/python3.{minor}/site-packages", $"/venv/lib/python3.{minor}/site-packages" }))
            .Select(folder => $"{folder}/certifi/cacert.pem"),
    ];

    public static string Folder(FileCapture files) => Known.FirstOrDefault(known => known.Signs.Any(files.Exists)).Folder ?? "/etc/ssl";
}
