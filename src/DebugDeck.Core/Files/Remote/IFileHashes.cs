using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Files.Remote;

/// <summary>Files whose checksums can be made where they are, without sending them.</summary>
public interface IFileHashes
{
    /// <summary>
    /// The sha256 (64 small hexadecimal digits) of every regular file at or below the path, links at its top followed, by its path relative to it
    /// (<c>etc/passwd</c>); empty for the file itself.
    /// </summary>
    /// <exception cref="DebugDeckException">Failed: they cannot be made there.</exception>
    Task<IReadOnlyDictionary<string, string>> HashAsync(string path, CancellationToken cancellationToken);
}
