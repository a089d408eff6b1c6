using Microsoft.Win32.SafeHandles;

namespace DebugDeck.Core.Images.Archives;

/// <summary>An archive that is compressed as a whole (<c>docker save … | gzip</c>) is unpacked into a temporary file: what it names first comes last in it.</summary>
internal static class WholeArchive
{
    private const long Most = 64L * 1024 * 1024 * 1024;
    private const long MostRatio = 100;
    private const long Unsuspicious = 1024L * 1024 * 1024;

    /// <summary>The file itself if it is not compressed, else a temporary one in its place.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or unpacks to more than any honest archive.</exception>
    public static async Task<SafeFileHandle> UnpackAsync(SafeFileHandle archive, CancellationToken cancellationToken)
    {
        var length = RandomAccess.GetLength(archive);
        var whole = new LayerBlob("", archive, 0, length);
        if (whole.CanSeek)
        {
            return archive;
        }

        var plain = TemporaryFile.Create();
        try
        {
            await using var stream = whole.Open();
            var buffer = new byte[256 * 1024];
            long done = 0;
            while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                if (done > Most || (done > Unsuspicious && done / MostRatio > length))
                {
                    throw new InvalidDataException("it unpacks to more than any honest archive");
                }

                await RandomAccess.WriteAsync(plain, buffer.AsMemory(0, read), done, cancellationToken);
                done += read;
            }

            archive.Dispose();
            return plain;
        }
        catch
        {
            plain.Dispose();
            throw;
        }
    }
}
