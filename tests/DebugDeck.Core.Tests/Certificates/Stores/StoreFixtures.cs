using System.Runtime.CompilerServices;
using DebugDeck.Core.Certificates;

namespace DebugDeck.Core.Tests.Certificates.Stores;

/// <summary>Stores that keytool and OpenSSL made (JDK 17, OpenSSL 3.0); all passwords but one are <c>changeit</c>.</summary>
internal static class StoreFixtures
{
    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder(), "Fixtures", name));

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    public static CertificateFile Read(string name) => CertificateReader.Read(Bytes(name));

    public static IEnumerable<string> Names(CertificateFile file) => file.Certificates.Select(stored => stored.Certificate.Subject.ShortName);
}
