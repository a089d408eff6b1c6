using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Streams;
using DebugDeck.Core.Text;

namespace DebugDeck.Core.Files.Remote;

/// <summary>
/// The standard output of a script that waits for our word before it ends: it is whole, or reading it fails. Without that, an API server drops what
/// a slow reader has not fetched when the process ends, often with exit code 0 (library-notes B.2).
/// </summary>
/// <param name="process">The process; owned.</param>
/// <param name="end">Its last word.</param>
/// <param name="what">What is being read, for the words of an error.</param>
internal sealed class AcknowledgedOutput(IRemoteProcess process, EndWord end, string what) : Stream, IArchiveRemarks
{
    private const int LongestError = 64 * 1024;
    private const int LongestHead = 8 * 1024;

    private readonly byte[] _buffer = new byte[128 * 1024];
    private readonly StringBuilder _error = new();
    private int _start;
    private int _count;
    private bool _hasEnded;
    private bool _hasSent;
    private bool _isDisposed;

    /// <summary>The script's exit code; null before the end.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>What the script wrote to its standard error, so far.</summary>
    public string ErrorText => _error.ToString();

    public IReadOnlyList<string> Remarks => TarRemarks.Of(ErrorText);

    private string? LastError => Remarks is [.., var last] ? VisibleText.Escape(last) : null;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>A text that the script writes before its output proper, with a NUL at its end.</summary>
    /// <exception cref="DebugDeckException">Failed: the script ended without it, or it is too long to be one.</exception>
    public async Task<string> ReadHeadAsync(CancellationToken cancellationToken)
    {
        var head = new List<byte>(128);
        var one = new byte[1];
        while (await ReadAsync(one, cancellationToken) > 0 && one[0] != 0)
        {
            head.Add(head.Count < LongestHead ? one[0] : throw ByteReader.Nonsense());
        }

        _hasSent = false;
        return ExitCode is null ? Encoding.UTF8.GetString([.. head]) : throw ByteReader.Nonsense();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        while (!_hasEnded)
        {
            // As much as the last word is long is held back: it may be the last word.
            var free = _count - EndWord.Length;
            if (free > 0)
            {
                var count = Math.Min(free, buffer.Length);
                _buffer.AsMemory(_start, count).CopyTo(buffer);
                _start += count;
                _count -= count;
                _hasSent = true;
                return count;
            }

            if (_count == EndWord.Length && end.Read(_buffer.AsSpan(_start, _count)) is { } code)
            {
                ExitCode = code;
                await FinishAsync(cancellationToken);
            }
            else
            {
                await FillAsync(cancellationToken);
            }
        }

        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("a process is read asynchronously");

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            await process.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_start, _count).CopyTo(_buffer);
        _start = 0;
        var chunk = await process.ReadAsync(_buffer.AsMemory(_count), cancellationToken);
        if (chunk.Count == 0)
        {
            throw await CutOffAsync(cancellationToken);
        }

        if (chunk.Channel == OutputChannel.Output)
        {
            _count += chunk.Count;
        }
        else
        {
            Hear(_buffer.AsSpan(_count, chunk.Count));
        }
    }

    // Everything has arrived; the process may go, and what it still says is its complaints.
    private async Task FinishAsync(CancellationToken cancellationToken)
    {
        _hasEnded = true;
        try
        {
            await process.WriteAsync("\n"u8.ToArray(), cancellationToken);
            for (OutputChunk chunk; (chunk = await process.ReadAsync(_buffer, cancellationToken)).Count > 0;)
            {
                if (chunk.Channel == OutputChannel.Error)
                {
                    Hear(_buffer.AsSpan(0, chunk.Count));
                }
            }
        }
        catch (DebugDeckException)
        {
            // The connection broke after the last word: nothing is missing.
        }

        if (ExitCode != 0 && !_hasSent)
        {
            throw new DebugDeckException(ErrorKind.Failed, $"{what} cannot be made there: {LastError ?? $"exit code {ExitCode}"}");
        }
    }

    private void Hear(ReadOnlySpan<byte> piece)
    {
        if (_error.Length < LongestError)
        {
            _error.Append(Encoding.UTF8.GetString(piece));
        }
    }

    private async Task<DebugDeckException> CutOffAsync(CancellationToken cancellationToken)
    {
        // A program that is not there has words of its own.
        var code = await process.ExitCodeAsync(cancellationToken);
        var said = LastError is { } error ? $": {error}" : "";
        return new DebugDeckException(ErrorKind.Failed, $"{what} was cut off: the process that sends it ended with {code}{said}");
    }
}
