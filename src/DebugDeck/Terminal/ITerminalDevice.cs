using DebugDeck.Core.Debugging;
using DebugDeck.Core.Streams;

namespace DebugDeck.Terminal;

/// <summary>
/// The program's own three streams, as bytes, whatever they are connected to. <see cref="Console"/> is never touched here:
/// it writes escape sequences of its own and keeps reading ahead.
/// </summary>
internal interface ITerminalDevice : IDisposable
{
    bool InputIsTerminal { get; }

    bool OutputIsTerminal { get; }

    /// <summary>The terminal's size; null if there is no terminal to ask.</summary>
    TerminalSize? Size { get; }

    /// <summary>Reads what there is, waiting for the first byte; 0 at the end of the input. A cancelled read leaves no reader behind that would eat the next key.</summary>
    Task<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>Writes all of it; false if nobody reads it any more.</summary>
    bool Write(OutputChannel channel, ReadOnlySpan<byte> bytes);

    /// <summary>Passes every key on as typed. May be called again after the program was stopped and continued.</summary>
    void EnterRawMode();

    /// <summary>Back to the mode the device was found in. Safe to call from a signal handler's thread, and more than once.</summary>
    void LeaveRawMode();
}
