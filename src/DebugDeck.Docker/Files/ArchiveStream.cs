using System.Formats.Tar;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;

namespace DebugDeck.Docker.Files;

/// <summary>An archive on its way from the engine. A connection that breaks is told as such, and is not mistaken for trouble with the local disk.</summary>
internal sealed class ArchiveStream(Stream inner, HostInfo host) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The next entry; a damaged or cut archive in the user's words.</summary>
    public static async ValueTask<TarEntry?> NextAsync(TarReader reader, HostInfo host, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.GetNextEntryAsync(copyData: false, cancellationToken);
        }
        catch (Exception error) when (error is EndOfStreamException or InvalidDataException or NotSupportedException)
        {
            throw new DebugDeckException(ErrorKind.Failed, $"{host.Name} sent an archive that is damaged or was cut off", inner: error);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await inner.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception error) when (error is not (OperationCanceledException or DebugDeckException))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw DockerErrors.Translate(error, host, "archive");
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return inner.Read(buffer, offset, count);
        }
        catch (Exception error) when (error is not DebugDeckException)
        {
            throw DockerErrors.Translate(error, host, "archive");
        }
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
