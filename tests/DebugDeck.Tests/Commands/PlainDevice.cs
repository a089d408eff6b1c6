using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Streams;
using DebugDeck.Terminal;

namespace DebugDeck.Tests.Commands;

/// <summary>Three pipes instead of a terminal.</summary>
internal sealed class PlainDevice(string input) : ITerminalDevice
{
    private readonly MemoryStream _input = new(Encoding.UTF8.GetBytes(input));
    private readonly MemoryStream _output = new();
    private readonly MemoryStream _error = new();

    public bool InputIsTerminal => false;

    public bool OutputIsTerminal => false;

    public TerminalSize? Size => null;

    public string Output => Encoding.UTF8.GetString(_output.ToArray());

    public string Error => Encoding.UTF8.GetString(_error.ToArray());

    public Task<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken) => _input.ReadAsync(buffer, cancellationToken).AsTask();

    public bool Write(OutputChannel channel, ReadOnlySpan<byte> bytes)
    {
        (channel == OutputChannel.Error ? _error : _output).Write(bytes);
        return true;
    }

    public void EnterRawMode() => throw new InvalidOperationException("a pipe has no modes");

    public void LeaveRawMode()
    {
        // It was never entered.
    }

    public void Dispose()
    {
        // The test reads what was written.
    }
}
