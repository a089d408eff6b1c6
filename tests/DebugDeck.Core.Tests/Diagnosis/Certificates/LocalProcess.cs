using System.Diagnostics;
using System.Threading.Channels;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Streams;

namespace DebugDeck.Core.Tests.Diagnosis.Certificates;

/// <summary>A process of this machine where a session's would be: the real <c>nc</c> of busybox.</summary>
internal sealed class LocalProcess : IRemoteProcess
{
    private readonly Process _process;
    private readonly Channel<(OutputChannel Channel, byte[] Bytes)> _output = Channel.CreateBounded<(OutputChannel, byte[])>(8);
    private readonly Task _reading;
    private ReadOnlyMemory<byte> _rest;
    private OutputChannel _from;

    private LocalProcess(Process process)
    {
        _process = process;
        _reading = ReadBothAsync();
    }

    public static LocalProcess Start(IReadOnlyList<string> arguments)
    {
        Assert.SkipUnless(File.Exists("/bin/busybox"), "needs /bin/busybox (package busybox-static)");
        return new LocalProcess(Process.Start(new ProcessStartInfo("/bin/busybox", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!);
    }

    public async ValueTask<OutputChunk> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_rest.IsEmpty)
        {
            if (!await _output.Reader.WaitToReadAsync(cancellationToken) || !_output.Reader.TryRead(out var next))
            {
                return new OutputChunk(OutputChannel.Output, 0);
            }

            (_from, _rest) = (next.Channel, next.Bytes);
        }

        var count = Math.Min(buffer.Length, _rest.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return new OutputChunk(_from, count);
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        try
        {
            await _process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
            await _process.StandardInput.BaseStream.FlushAsync(cancellationToken);
        }
        catch (IOException)
        {
            // It has ended; a host hears of that by the end of its output, not here.
        }
    }

    public ValueTask CloseInputAsync(CancellationToken cancellationToken)
    {
        _process.StandardInput.Close();
        return ValueTask.CompletedTask;
    }

    public ValueTask ResizeAsync(TerminalSize size, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async Task<int> ExitCodeAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        while (_output.Reader.TryRead(out _))
        {
        }

        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _process.Dispose();
    }

    private async Task ReadBothAsync()
    {
        await Task.WhenAll(PumpAsync(_process.StandardOutput.BaseStream, OutputChannel.Output), PumpAsync(_process.StandardError.BaseStream, OutputChannel.Error));
        _output.Writer.TryComplete();
    }

    private async Task PumpAsync(Stream from, OutputChannel channel)
    {
        var buffer = new byte[16384];
        int count;
        while ((count = await from.ReadAsync(buffer)) > 0)
        {
            await _output.Writer.WriteAsync((channel, buffer[..count]));
        }
    }
}
