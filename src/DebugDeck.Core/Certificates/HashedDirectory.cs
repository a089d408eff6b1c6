using System.Buffers;
using System.Globalization;

namespace DebugDeck.Core.Certificates;

/// <summary>
/// A directory as OpenSSL reads it: only files named after a subject's hash (<c>9d66eef0.0</c>, <c>9d66eef0.1</c>, … without a gap), whatever else is there.
/// </summary>
public static class HashedDirectory
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>The name is one that OpenSSL would look for.</summary>
    public static bool IsHashName(string name) =>
        name.Length >= 10 && name[8] == '.' && name.AsSpan(0, 8).IndexOfAnyExcept(Digits) < 0
        && int.TryParse(name.AsSpan(9), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>Which certificates of a directory OpenSSL finds, and which it does not although they are there.</summary>
    /// <param name="files">What is in it: name and content, links followed.</param>
    public static HashedDirectoryReading Read(IReadOnlyDictionary<string, CertificateFile> files)
    {
        var found = new List<StoredCertificate>();
        var misnamed = new List<(string Name, string Expected)>();
        foreach (var group in files.Keys.Where(IsHashName).GroupBy(name => name[..8], StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            // OpenSSL counts up from .0 and stops at the first number that is not there.
            for (var number = 0; files.TryGetValue(Name(group.Key, number), out var file); number++)
            {
                foreach (var stored in file.Certificates)
                {
                    if (stored.Certificate.Subject.Hash == group.Key)
                    {
                        found.Add(stored with { Place = Name(group.Key, number) });
                    }
                    else
                    {
                        misnamed.Add((Name(group.Key, number), stored.Certificate.Subject.Hash));
                    }
                }
            }
        }

        var seen = found.Select(stored => stored.Certificate).ToHashSet();
        var unseen = files
            .Where(file => !IsHashName(file.Key) || file.Value.Count > 0)
            .SelectMany(file => file.Value.Certificates.Select(stored => stored with { Place = file.Key }))
            .Where(stored => seen.Add(stored.Certificate))
            .ToList();
        return new HashedDirectoryReading(found, unseen, misnamed);
    }

    private static string Name(string hash, int number) => string.Create(CultureInfo.InvariantCulture, $"{hash}.{number}");
}
