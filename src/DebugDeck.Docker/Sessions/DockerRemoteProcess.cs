using System.Runtime.InteropServices;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Streams;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Sessions;

/// <summary>An exec in a debug container.</summary>
internal sealed class DockerRemoteProcess : IRemoteProcess
{
    // The verdict of a process whose outputs have ended follows within milliseconds.
    private static readonly TimeSpan VerdictLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LastOutputLimit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan VerdictInterval = TimeSpan.FromMilliseconds(20);

    private readonly DockerConnection _connection;
    private readonly string _id;
    private readonly MultiplexedStream _stream;
    private readonly StartFailure _start;
    private readonly ContainerEnd _container;
    private readonly Func<Task> _end;
    private bool _outputEnded;
    private int? _exitCode;

    /// <param name="connection">The engine.</param>
    /// <param name="id">The exec's id.</param>
    /// <param name="program">For the words of a failure.</param>
    /// <param name="stream">Connected to the exec.</param>
    /// <param name="container">The end of the debug container; owned by the process.</param>
    /// <param name="end">Ends the process from inside: the engine has no call for that.</param>
    public DockerRemoteProcess(DockerConnection connection, string id, string program, MultiplexedStream stream, ContainerEnd container, Func<Task> end)
    {
        (_connection, _id, _stream, _container, _end) = (connection, id, stream, container, end);
        _start = new StartFailure(program);
    }

    public async ValueTask<OutputChunk> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_start.TryTakeBack(buffer.Span, out var withheld))
            {
                return withheld;
            }

            if (_outputEnded)
            {
                return default;
            }

            var chunk = await ReadStreamAsync(buffer, cancellationToken);
            _outputEnded = chunk.Count == 0;
            if (_outputEnded && _start.IsWithholding)
            {
                // It was the runtime's message or the program's own output; the exit code tells.
                _start.Decide(await ExitCodeOfAsync(cancellationToken));
            }
            else if (!_start.Withholds(chunk, buffer.Span))
            {
                return chunk;
            }
        }
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = MemoryMarshal.TryGetArray(input, out var array) ? array : input.ToArray();
            await _stream.WriteAsync(bytes.Array!, bytes.Offset, bytes.Count, cancellationToken);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            throw new DebugDeckException(ErrorKind.Failed, "the process takes no more input", inner: error);
        }
    }

    public ValueTask CloseInputAsync(CancellationToken cancellationToken)
    {
        try
        {
            _stream.CloseWrite();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            throw new DebugDeckException(ErrorKind.Failed, "the process takes no more input", inner: error);
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask ResizeAsync(TerminalSize size, CancellationToken cancellationToken) => await _connection.AskAsync(
        "such process any more",
        (engine, token) => engine.Exec.ResizeExecTtyAsync(_id, new ContainerResizeParameters { Width = size.Columns, Height = size.Rows }, token),
        cancellationToken);

    public async Task<int> ExitCodeAsync(CancellationToken cancellationToken)
    {
        var code = await ExitCodeOfAsync(cancellationToken);
        return _start.Error is { } error ? throw error : code;
    }

    public async ValueTask DisposeAsync()
    {
        _stream.Dispose();
        await _container.DisposeAsync();
        if (_exitCode is null)
        {
            await _end();
        }
    }

    private async Task<OutputChunk> ReadStreamAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        // The library reads into arrays only.
        var array = MemoryMarshal.TryGetArray<byte>(buffer, out var own) ? own : new byte[buffer.Length];
        try
        {
            var reading = _stream.ReadOutputAsync(array.Array!, array.Offset, array.Count, cancellationToken);
            if (!reading.IsCompleted && await Task.WhenAny(reading, _container.Ended) != reading && !await FinishesAsync(reading))
            {
                return default;
            }

            var result = await reading;
            if (own.Array is null)
            {
                array.AsMemory(0, result.Count).CopyTo(buffer);
            }

            return result.EOF ? default : new OutputChunk(
                result.Target == MultiplexedStream.TargetStream.StandardError ? OutputChannel.Error : OutputChannel.Output,
                result.Count);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            throw DockerErrors.Translate(error, _connection.Info, "such process any more");
        }
    }

    // Docker 20.10 never ends the stream of a process whose container was removed under it.
    private async Task<bool> FinishesAsync(Task reading)
    {
        if (await Task.WhenAny(reading, Task.Delay(LastOutputLimit, _connection.Clock)) == reading)
        {
            return true;
        }

        _stream.Dispose();
        return false;
    }

    private async Task<int> ExitCodeOfAsync(CancellationToken cancellationToken)
    {
        var deadline = _connection.Clock.GetUtcNow() + VerdictLimit;
        while (_exitCode is null)
        {
            if (await InspectAsync(cancellationToken) is { Running: false, ExitCode: { } code })
            {
                _exitCode = (int)code;
            }
            else if (_connection.Clock.GetUtcNow() > deadline)
            {
                throw new DebugDeckException(ErrorKind.Unreachable, $"the connection to {_connection.Info.Name} broke: the process' output has ended, but the process has not");
            }
            else
            {
                await Task.Delay(VerdictInterval, _connection.Clock, cancellationToken);
            }
        }

        return _exitCode.Value;
    }

    private async Task<ContainerExecInspectResponse> InspectAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _connection.AskAsync("such process any more", (engine, token) => engine.Exec.InspectContainerExecAsync(_id, token), cancellationToken);
        }
        catch (DebugDeckException gone) when (gone.Kind == ErrorKind.NotFound)
        {
            throw new DebugDeckException(
                ErrorKind.Unreachable,
                "the debug container has ended under the process",
                "either its time limit was reached, or the target stopped",
                gone);
        }
    }
}
