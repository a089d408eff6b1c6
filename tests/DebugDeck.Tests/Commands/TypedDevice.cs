using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Streams;
using DebugDeck.Terminal;

namespace DebugDeck.Tests.Commands;

/// <summary>A terminal at which somebody has typed already, with the output going elsewhere.</summary>
internal sealed class TypedDevice(string typed) : ITerminalDevice
{
    private readonly MemoryStream _typed = new(Encoding.UTF8.GetBytes(typed));

    public bool InputIsTerminal => true;

    public bool OutputIsTerminal => false;

    public TerminalSize? Size => new TerminalSize(80, 24);

    /// <summary>What was typed and nobody has read.</summary>
    public string Unread => Encoding.UTF8.GetString(_typed.ToArray().AsSpan((int)_typed.Position));

    public Task<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken) => _typed.ReadAsync(buffer, cancellationToken).AsTask();

    public bool Write(OutputChannel channel, ReadOnlySpan<byte> bytes) => true;

    public void EnterRawMode() => throw new InvalidOperationException("a question is answered in the terminal's own mode");

    public void LeaveRawMode()
    {
        // It was never entered.
    }

    public void Dispose()
    {
        // The test reads what is left.
    }
}
