namespace DebugDeck.Core.Certificates;

/// <summary>A directory of certificates as OpenSSL sees it.</summary>
/// <param name="Found">What it finds, by the name of the file.</param>
/// <param name="Unseen">What is there and it does not find: no link of the right name leads to it.</param>
/// <param name="Misnamed">Names of the right form that belong to another subject, with the hash that would be right.</param>
public sealed record HashedDirectoryReading(
    IReadOnlyList<StoredCertificate> Found,
    IReadOnlyList<StoredCertificate> Unseen,
    IReadOnlyList<(string Name, string Expected)> Misnamed);
