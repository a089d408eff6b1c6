using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Network;

/// <summary>The certificate authorities of a container, from a PEM file in it.</summary>
internal static class TrustStore
{
    /// <exception cref="FileException">The file cannot be read.</exception>
    public static TlsTrust Read(FileView files, string path)
    {
        using var reader = new StreamReader(files.OpenRead(path));
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(reader.ReadToEnd());
        }
        catch (CryptographicException)
        {
            // A file without certificates is a bundle that trusts nobody.
        }

        return new TlsTrust(authorities);
    }

    /// <summary>As <see cref="Read"/>; a missing file trusts nobody.</summary>
    public static TlsTrust ReadOrNone(FileView files, string path)
    {
        try
        {
            return Read(files, path);
        }
        catch (FileException)
        {
            return new TlsTrust([]);
        }
    }
}
