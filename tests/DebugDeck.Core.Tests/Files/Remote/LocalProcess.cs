using System.Diagnostics;
using System.Threading.Channels;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Streams;

namespace DebugDeck.Core.Tests.Files.Remote;

/// <summary>A process of this machine as a remote one, with the applets of busybox or the programs of the machine.</summary>
internal sealed class LocalProcess : IRemoteProcess
{
    private readonly Process _process;
    private readonly Channel<(OutputChannel, byte[])> _output = Channel.CreateBounded<(OutputChannel, byte[])>(4);
    private readonly Task _pumping;
    private (OutputChannel Channel, ReadOnlyMemory<byte> Data) _left;

    private LocalProcess(Process process)
    {
        _process = process;
        _pumping = PumpBothAsync();
    }

    public static IRemoteProcess Start(string shell, RemoteCommand command)
    {
        // busybox calls its own applets only if they are found before the machine's programs.
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (shell == "busybox")
        {
            start.FileName = "busybox";
            start.ArgumentList.Add("sh");
            start.Environment["PATH"] = BusyboxApplets.Folder;
        }
        else
        {
            start.FileName = shell;
        }

        foreach (var argument in command.Arguments.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        return new LocalProcess(Process.Start(start)!);
    }

    public async ValueTask<OutputChunk> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (_left.Data.IsEmpty)
        {
            if (!await _output.Reader.WaitToReadAsync(cancellationToken))
            {
                return default;
            }

            _output.Reader.TryRead(out var next);
            _left = next;
        }

        var count = Math.Min(buffer.Length, _left.Data.Length);
        _left.Data[..count].CopyTo(buffer);
        _left.Data = _left.Data[count..];
        return new OutputChunk(_left.Channel, count);
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        await _process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
        await _process.StandardInput.BaseStream.FlushAsync(cancellationToken);
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
        _process.Kill(entireProcessTree: true);
        _output.Writer.TryComplete();
        await _pumping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _process.Dispose();
    }

    private async Task PumpBothAsync()
    {
        await Task.WhenAll(
            PumpAsync(_process.StandardOutput.BaseStream, OutputChannel.Output),
            PumpAsync(_process.StandardError.BaseStream, OutputChannel.Error));
        _output.Writer.TryComplete();
    }

    private async Task PumpAsync(Stream from, OutputChannel channel)
    {
        var buffer = new byte[32 * 1024];
        for (int read; (read = await from.ReadAsync(buffer)) > 0;)
        {
            await _output.Writer.WriteAsync((channel, buffer[..read]));
        }
    }
}
