using System.ComponentModel;
using System.IO.Pipelines;
using System.Threading.Channels;
using CliWrap;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Streams;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Exec;

/// <summary>A process in a pod's container, by an installed kubectl: for users who may only create pods/exec, and for servers without web sockets.</summary>
internal sealed class KubectlProcess : IRemoteProcess
{
    private const int PieceSize = 32 * 1024;
    private const int MostPieces = 16;

    private readonly Channel<(OutputChannel Channel, ReadOnlyMemory<byte> Data)> _output =
        Channel.CreateBounded<(OutputChannel, ReadOnlyMemory<byte>)>(MostPieces);

    private readonly Pipe _input = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly KubectlVerdict _verdict;
    private readonly Func<Task> _end;
    private readonly Task<int> _running;
    private (OutputChannel Channel, ReadOnlyMemory<byte> Data) _left;

    private KubectlProcess(Command command, string program, Func<Task> end)
    {
        _verdict = new KubectlVerdict(program);
        _end = end;
        _running = RunAsync(command);
    }

    /// <param name="kubectl">The same user and cluster.</param>
    /// <param name="container">Where it runs.</param>
    /// <param name="command">What runs. Not with a terminal: kubectl gives a process one only if it has one itself.</param>
    /// <param name="end">Ends the process from inside.</param>
    public static KubectlProcess Start(KubectlIdentity kubectl, PodKey container, RemoteCommand command, Func<Task> end)
    {
        string[] input = command.Input ? ["-i"] : [];
        var started = Cli.Wrap(kubectl.Program)
            .WithArguments([.. kubectl.Arguments, "-n", container.Namespace, "exec", .. input, container.Pod, "-c", container.Container, "--", .. command.Arguments])
            .WithValidation(CommandResultValidation.None);
        return new KubectlProcess(started, command.Arguments[0], end);
    }

    public async ValueTask<OutputChunk> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (_left.Data.IsEmpty)
        {
            if (!await _output.Reader.WaitToReadAsync(cancellationToken))
            {
                return default;
            }

            _output.Reader.TryRead(out _left);
        }

        var count = Math.Min(buffer.Length, _left.Data.Length);
        _left.Data[..count].CopyTo(buffer);
        _left.Data = _left.Data[count..];
        return new OutputChunk(_left.Channel, count);
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        var result = await _input.Writer.WriteAsync(input, cancellationToken);
        if (result.IsCompleted)
        {
            throw new DebugDeckException(ErrorKind.Failed, "the process takes no more input");
        }
    }

    public ValueTask CloseInputAsync(CancellationToken cancellationToken) => _input.Writer.CompleteAsync();

    public ValueTask ResizeAsync(TerminalSize size, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async Task<int> ExitCodeAsync(CancellationToken cancellationToken)
    {
        while (await _output.Reader.WaitToReadAsync(cancellationToken))
        {
            _output.Reader.TryRead(out _);
        }

        return _verdict.Read(await _running.WaitAsync(cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        var mayRun = !_running.IsCompleted;
        await _stop.CancelAsync();
        await _input.Writer.CompleteAsync();
        await ((Task)_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        if (mayRun)
        {
            await _end();
        }
    }

    private async Task<int> RunAsync(Command command)
    {
        try
        {
            var result = await command
                .WithStandardInputPipe(PipeSource.Create((stdin, token) => _input.Reader.CopyToAsync(new FlushingStream(stdin), token)))
                .WithStandardOutputPipe(PipeTarget.Create((stdout, token) => PumpAsync(stdout, OutputChannel.Output, token)))
                .WithStandardErrorPipe(PipeTarget.Create((stderr, token) => PumpAsync(stderr, OutputChannel.Error, token)))
                .ExecuteAsync(_stop.Token);
            _output.Writer.TryComplete();
            return result.ExitCode;
        }
        catch (Exception error)
        {
            var words = error is Win32Exception
                ? new DebugDeckException(ErrorKind.Failed, $"kubectl cannot be started: {error.Message}", inner: error)
                : error;
            _output.Writer.TryComplete(words);
            throw words;
        }
        finally
        {
            await _input.Reader.CompleteAsync();
        }
    }

    private async Task PumpAsync(Stream from, OutputChannel channel, CancellationToken cancellationToken)
    {
        var buffer = new byte[PieceSize];
        for (int read; (read = await from.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            var written = channel == OutputChannel.Output ? read : _verdict.Take(buffer.AsSpan(0, read));
            if (written > 0)
            {
                await _output.Writer.WriteAsync((channel, buffer.AsMemory(0, written).ToArray()), cancellationToken);
            }
        }
    }
}
