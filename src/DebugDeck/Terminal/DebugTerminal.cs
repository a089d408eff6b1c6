using System.Text;
using DebugDeck.Core.Debugging;

namespace DebugDeck.Terminal;

/// <summary>
/// Connects this program's own terminal or streams to a process in a debug container until one of them ends. Use it only while no screen of the TUI is alive.
/// </summary>
public sealed class DebugTerminal : IDisposable
{
    private readonly ITerminalDevice _device;

    public DebugTerminal()
        : this(OperatingSystem.IsWindows() ? new WindowsDevice() : new UnixDevice())
    {
    }

    internal DebugTerminal(ITerminalDevice device) => _device = device;

    /// <summary>Keys can be typed: <see cref="RemoteCommand.Tty"/> makes sense.</summary>
    public bool IsInteractive => _device.InputIsTerminal && _device.OutputIsTerminal;

    /// <summary>A person types at the input, wherever the output goes.</summary>
    public bool CanAsk => _device.InputIsTerminal;

    /// <summary>The terminal's size; null if there is none.</summary>
    public TerminalSize? Size => _device.Size;

    /// <summary>
    /// Runs the command and passes keys, output and sizes on: raw with <see cref="RemoteCommand.Tty"/>, else as three plain streams.
    /// The process does not outlive this call, whatever ended it; the session does.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the terminal is as it was.</exception>
    public async Task<TerminalOutcome> RunAsync(IDebugSession session, RemoteCommand command, DetachKeys detachKeys, CancellationToken cancellationToken)
    {
        if (!command.Tty)
        {
            await using var plain = await session.RunAsync(command, cancellationToken);
            return await new PlainPump(plain, command.Input, _device).RunAsync(cancellationToken);
        }

        await using var process = await session.RunAsync(Here(command), cancellationToken);

        // Declared after the process, so given back before it is ended: that may take a moment on a lost connection.
        using var terminal = new RawTerminal(_device);
        return await new InteractivePump(process, terminal, detachKeys).RunAsync(cancellationToken);
    }

    /// <summary>A line that is typed, without its end; what is typed after it stays for whoever reads next.</summary>
    public async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        const int Longest = 1024;
        var line = new List<byte>();
        var one = new byte[1];
        while (line.Count < Longest && await _device.ReadAsync(one, cancellationToken) > 0 && one[0] != '\n')
        {
            line.Add(one[0]);
        }

        return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
    }

    public void Dispose() => _device.Dispose();

    // What the remote program has to know of this terminal.
    private RemoteCommand Here(RemoteCommand command)
    {
        var environment = new Dictionary<string, string>(command.Environment ?? new Dictionary<string, string>());
        environment.TryAdd("TERM", Environment.GetEnvironmentVariable("TERM") is { Length: > 0 } term ? term : "xterm");
        return command with { Input = true, Size = command.Size ?? _device.Size, Environment = environment };
    }
}
