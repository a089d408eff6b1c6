using System.Text.Json;

namespace DebugDeck.Core.Anatomy.Remembering;

/// <summary>
/// What looks at images found, kept on disk by digest and version of the rules: a digest never changes, so ten thousand pods of two hundred images are two
/// hundred looks, once. One file for each, readable by nobody else.
/// </summary>
/// <param name="directory">Where; null to keep nothing.</param>
/// <param name="clock">Tells when looks were.</param>
public sealed class AnatomyCache(string? directory, TimeProvider clock)
{
    // Some 20 MB at most.
    private const int Most = 1000;

    private readonly string _folder = Path.Combine(directory ?? "", "anatomy", $"rules-{AnatomyRules.Version}");

    /// <summary>What was found for an image; null if nobody has looked, or what was kept cannot be read.</summary>
    /// <param name="digest">Any text that ends in <c>sha256:…</c>: a digest, an id, what Kubernetes calls an image id.</param>
    public async Task<RememberedLook?> FindAsync(string digest, CancellationToken cancellationToken)
    {
        if (directory is null || FileOf(digest) is not { } path || !File.Exists(path))
        {
            return null;
        }

        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync(file, AnatomyCacheJson.Default.RememberedLook, cancellationToken) is { Look.Readings: not null } look ? look : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps it. A disk that refuses is no reason to fail: the next run looks again.</summary>
    public async Task RememberAsync(IEnumerable<string> digests, ImageLook look, CancellationToken cancellationToken)
    {
        if (directory is null)
        {
            return;
        }

        var remembered = new RememberedLook(clock.GetUtcNow(), look);
        try
        {
            foreach (var path in digests.Select(FileOf).OfType<string>().Distinct())
            {
                await WriteAsync(path, remembered, cancellationToken);
            }

            Prune();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Read-only home directories and full disks are common where incidents are.
        }
    }

    private async Task WriteAsync(string path, RememberedLook look, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_folder);
        }
        else
        {
            Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var temporary = $"{path}.{Guid.NewGuid():N}";
        try
        {
            await using (var file = new FileStream(temporary, options))
            {
                await JsonSerializer.SerializeAsync(file, look, AnatomyCacheJson.Default.RememberedLook, cancellationToken);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private void Prune()
    {
        var files = Directory.Exists(_folder) ? new DirectoryInfo(_folder).GetFiles() : [];
        foreach (var old in files.OrderByDescending(file => file.LastWriteTimeUtc).Skip(Most))
        {
            old.Delete();
        }
    }

    // The digest comes from a host and becomes part of a path.
    private string? FileOf(string digest)
    {
        const string algorithm = "sha256:";
        var at = digest.LastIndexOf(algorithm, StringComparison.Ordinal);
        var hex = at < 0 ? "" : digest[(at + algorithm.Length)..];
        return hex.Length == 64 && hex.All(char.IsAsciiHexDigit) ? Path.Combine(_folder, $"{hex.ToLowerInvariant()}.json") : null;
    }
}
