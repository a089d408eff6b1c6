using System.Text;
using System.Threading.Channels;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Streams;

namespace DebugDeck.TestKit;

/// <summary>A process in a container that writes what the test tells it to and records what it is sent.</summary>
public sealed class FakeRemoteProcess : IRemoteProcess
{
    private readonly Channel<(OutputChannel Channel, ReadOnlyMemory<byte> Bytes)> _output =
        Channel.CreateUnbounded<(OutputChannel, ReadOnlyMemory<byte>)>();

    private readonly MemoryStream _input = new();
    private (OutputChannel Channel, ReadOnlyMemory<byte> Bytes) _rest;
    private bool _hasStarted;

    /// <summary>Its exit code.</summary>
    public int ExitCode { get; init; }

    /// <summary>Ends its outputs only when its input has ended, and echoes the input to its output, as <c>cat</c> does.</summary>
    public bool Echoes { get; init; }

    /// <summary>What it writes before it ends.</summary>
    public IReadOnlyList<(OutputChannel Channel, string Text)> Writes { get; init; } = [];

    /// <summary>What it was sent, as text.</summary>
    public string Input => Encoding.UTF8.GetString(_input.ToArray());

    public bool InputClosed { get; private set; }

    public List<TerminalSize> Sizes { get; } = [];

    public bool IsDisposed { get; private set; }

    public async ValueTask<OutputChunk> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        Start();
        if (_rest.Bytes.IsEmpty)
        {
            if (!await _output.Reader.WaitToReadAsync(cancellationToken) || !_output.Reader.TryRead(out _rest))
            {
                return new OutputChunk(OutputChannel.Output, 0);
            }
        }

        var count = Math.Min(buffer.Length, _rest.Bytes.Length);
        _rest.Bytes[..count].CopyTo(buffer);
        _rest = (_rest.Channel, _rest.Bytes[count..]);
        return new OutputChunk(_rest.Channel, count);
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        _input.Write(input.Span);
        if (Echoes)
        {
            _output.Writer.TryWrite((OutputChannel.Output, input.ToArray()));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask CloseInputAsync(CancellationToken cancellationToken)
    {
        InputClosed = true;
        if (Echoes)
        {
            _output.Writer.TryComplete();
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ResizeAsync(TerminalSize size, CancellationToken cancellationToken)
    {
        Sizes.Add(size);
        return ValueTask.CompletedTask;
    }

    public Task<int> ExitCodeAsync(CancellationToken cancellationToken) => Task.FromResult(ExitCode);

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }

    private void Start()
    {
        if (_hasStarted)
        {
            return;
        }

        _hasStarted = true;
        foreach (var (channel, text) in Writes)
        {
            _output.Writer.TryWrite((channel, Encoding.UTF8.GetBytes(text)));
        }

        if (!Echoes)
        {
            _output.Writer.TryComplete();
        }
    }
}
