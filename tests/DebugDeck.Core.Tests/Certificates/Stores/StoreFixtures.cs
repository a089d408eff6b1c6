using System.Runtime.CompilerServices;
using DebugDeck.Core.Certificates;

namespace DebugDeck.Core.Tests.Certificates.Stores;

/// <summary>Stores that keytool and OpenSSL made (JDK 17, OpenSSL 3.0); all passwords but one are <c>changeit</c>.</summary>
internal static class StoreFixtures
{
    public static byte[] Bytes(string name, [CallerFilePath] string here = "") => File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, "Fixtures", name));

    public static CertificateFile Read(string name) => CertificateReader.Read(Bytes(name));

    public static IEnumerable<string> Names(CertificateFile file) => file.Certificates.Select(stored => stored.Certificate.Subject.ShortName);
}
