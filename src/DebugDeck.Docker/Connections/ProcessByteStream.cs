using System.Diagnostics;
using System.Text;
using DebugDeck.Core.Errors;

namespace DebugDeck.Docker.Connections;

/// <summary>
/// The standard streams of a program as one byte stream. The pipes are used as they are (CliWrap would pump them through buffers of its own);
/// the program lives exactly as long as the stream.
/// </summary>
internal sealed class ProcessByteStream : HalfClosableStream
{
    private const int MostErrorText = 4096;

    private readonly Process _process;
    private readonly string _name;
    private readonly StringBuilder _errors = new();
    private bool _hasAnswered;

    public ProcessByteStream(Process process, string name)
        : base(process.StandardOutput.BaseStream, process.StandardInput.BaseStream)
    {
        _process = process;
        _name = name;
        process.ErrorDataReceived += OnError;
        process.BeginErrorReadLine();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await base.ReadAsync(buffer, cancellationToken);
        if (count == 0 && buffer.Length > 0 && !_hasAnswered)
        {
            await _process.WaitForExitAsync(cancellationToken);
            throw Failure();
        }

        _hasAnswered |= count > 0;
        return count;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await base.WriteAsync(buffer, cancellationToken);
        }
        catch (IOException) when (!_hasAnswered)
        {
            // A broken pipe says only that the program has ended; its last words say why.
            await _process.WaitForExitAsync(cancellationToken);
            throw Failure();
        }
    }

    public override void CloseWrite() => _process.StandardInput.Close();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            try
            {
                _process.Kill(entireProcessTree: true);
            }
            catch (InvalidOperationException)
            {
                // It has ended by itself.
            }

            base.Dispose(disposing);
            _process.Dispose();
        }
    }

    private void OnError(object sender, DataReceivedEventArgs line)
    {
        lock (_errors)
        {
            if (line.Data is { Length: > 0 } text && _errors.Length < MostErrorText)
            {
                _errors.Append(_errors.Length > 0 ? "; " : "").Append(text.Trim());
            }
        }
    }

    private DebugDeckException Failure()
    {
        lock (_errors)
        {
            var words = _errors.Length > 0 ? _errors.ToString() : $"it ended with {_process.ExitCode} and said nothing";
            return new DebugDeckException(
                ErrorKind.Unreachable,
                words.StartsWith(_name + ":", StringComparison.Ordinal) ? words : $"{_name}: {words}",
                "ssh must log in without a question (an agent or key, a known host), and the far side must have the docker command");
        }
    }
}
