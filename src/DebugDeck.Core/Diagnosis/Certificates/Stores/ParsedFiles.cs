using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DebugDeck.Core.Certificates;

namespace DebugDeck.Core.Diagnosis.Certificates.Stores;

/// <summary>Files of certificates that have been parsed, for as long as their bytes are kept: a bundle has a hundred and more, and each round of a run judges anew.</summary>
internal static class ParsedFiles
{
    private static readonly ConditionalWeakTable<byte[], CertificateFile> Known = [];

    public static CertificateFile Read(ReadOnlyMemory<byte> content, bool isCut)
    {
        // Only a whole array stands for one file.
        if (!MemoryMarshal.TryGetArray(content, out var bytes) || bytes.Array is not { } array || bytes.Count != array.Length)
        {
            return CertificateReader.Read(content, isCut);
        }

        var file = Known.GetValue(array, static array => CertificateReader.Read(array));
        return isCut ? file with { IsCut = true } : file;
    }
}
