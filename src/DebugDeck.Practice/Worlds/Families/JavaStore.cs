using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace DebugDeck.Practice.Worlds.Families;

/// <summary>Java's <c>cacerts</c>: a key store (JKS) with the password that every JDK's has.</summary>
internal static class JavaStore
{
    public static ReadOnlyMemory<byte> Of(string bundle)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(bundle);
        using var store = new MemoryStream();
        Number(store, 0xfeedfeed);
        Number(store, 2);
        Number(store, (uint)certificates.Count);
        foreach (var (index, certificate) in certificates.Index())
        {
            Number(store, 2);
            Text(store, FormattableString.Invariant($"authority-{index}"));
            store.Write(new byte[8]);
            Text(store, "X.509");
            Number(store, (uint)certificate.RawData.Length);
            store.Write(certificate.RawData);
        }

        // The store's guard against accidents, as the format has it.
        byte[] guarded = [.. Encoding.BigEndianUnicode.GetBytes("changeit"), .. "Mighty Aphrodite"u8, .. store.ToArray()];
#pragma warning disable CA5350
        store.Write(SHA1.HashData(guarded));
#pragma warning restore CA5350
        return store.ToArray();
    }

    private static void Number(MemoryStream to, uint number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        to.Write(bytes);
    }

    private static void Text(MemoryStream to, string text)
    {
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)Encoding.UTF8.GetByteCount(text));
        to.Write(length);
        to.Write(Encoding.UTF8.GetBytes(text));
    }
}
