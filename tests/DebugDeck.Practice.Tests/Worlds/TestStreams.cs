using DebugDeck.Practice.Containers;

namespace DebugDeck.Practice.Tests.Worlds;

/// <summary>A client that sends what a test has, and keeps what it gets.</summary>
internal sealed class TestStreams(byte[]? input) : IExecStreams
{
    private ReadOnlyMemory<byte> _input = input;

    public MemoryStream Output { get; } = new();

    public MemoryStream Errors { get; } = new();

    public TerminalSize Size => TerminalSize.Default;

    public event Action<TerminalSize>? Resized
    {
        add { }
        remove { }
    }

    public ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken)
    {
        var piece = _input;
        _input = default;
        return ValueTask.FromResult(piece);
    }

    public ValueTask WriteOutputAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken) => Output.WriteAsync(data, cancellationToken);

    public ValueTask WriteErrorAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken) => Errors.WriteAsync(data, cancellationToken);
}
