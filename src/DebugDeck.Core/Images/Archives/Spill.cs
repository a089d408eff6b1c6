using Microsoft.Win32.SafeHandles;

namespace DebugDeck.Core.Images.Archives;

/// <summary>
/// Content that was come by while going through a compressed layer and is likely to be asked for, or has been: kept in a temporary file, since going through
/// the layer again costs a second and keeping it in memory costs memory. The file goes away with the image, however the program ends.
/// </summary>
internal sealed class Spill : IDisposable
{
    /// <summary>More is not kept: it can still be read by going through the layer again.</summary>
    private const long Most = 1024L * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly SafeFileHandle _file = TemporaryFile.Create();
    private long _end;

    /// <summary>Takes room for so many bytes; below zero if there is none left.</summary>
    public long Reserve(long size)
    {
        lock (_lock)
        {
            if (size > Most - _end)
            {
                return -1;
            }

            _end += size;
            return _end - size;
        }
    }

    public void Write(long at, ReadOnlySpan<byte> content) => RandomAccess.Write(_file, content, at);

    public Stream Open(long at, long length) => new FileSlice(_file, at, length);

    public void Dispose() => _file.Dispose();
}
